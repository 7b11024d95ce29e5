package org.summertrip.users.erasure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class ErasureTest {
    @Inject
    RedisDataSource redis;

    @Inject
    Pool pool;

    @Test
    void forgetsThePersonInEveryTableAndInRedis() {
        Person ana = People.anybody();
        Person ben = People.anybody();
        leaveTracesEverywhere(ana, ben);
        ana.asks()
                .delete("/users/me")
                .then()
                .statusCode(202)
                .body("requestedAt", notNullValue())
                .body("pending", not(hasSize(0)));
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertEquals(List.of(), tablesWith(ana.id().toString()));
            assertEquals(List.of(), keysWith(ana.id().toString()));
        });
        assertEquals(List.of(), tablesWith(ana.email()));
        ben.asks().get("/users/" + ana.id()).then().statusCode(404);
        ana.asks().get("/users/me").then().statusCode(401);
        ana.asks().delete("/users/me").then().statusCode(202);
        logIn(ana).then().statusCode(401);
    }

    @Test
    void letsAnErasedTokenChangeNothingAnyMore() {
        Person ana = People.anybody();
        Person ben = People.anybody();
        String group = ben.founds(Map.of("name", "Haunted"));
        String refresh = logIn(ana).path("refreshToken");
        ana.asks().delete("/users/me").then().statusCode(202);
        ana.asks().post(group + "/join").then().statusCode(401);
        ana.sends(Map.of("name", "Ghosts")).post("/groups").then().statusCode(401);
        ana.sends(Map.of("productType", "coins_pack", "amount", "1.00", "currency", "USD"))
                .post("/purchases")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refresh))
                .post("/auth/refresh")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", ana.email(), "password", People.PASSWORD))
                .post("/users")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(ana.id().toString())));
    }

    @Test
    void passesGroupsOnToTheLongestServing() {
        Person ana = People.anybody();
        Person member = People.anybody();
        Person admin = People.anybody();
        String alone = ana.founds(Map.of("name", "Alone"));
        String led = ana.founds(Map.of("name", "Led"));
        member.joins(led);
        admin.joins(led);
        ana.sends(Map.of("role", "admin"))
                .put(led + "/members/" + admin.id())
                .then()
                .statusCode(200);
        String plain = ana.founds(Map.of("name", "Plain"));
        member.joins(plain);
        admin.joins(plain);
        ana.asks().delete("/users/me").then().statusCode(202);
        admin.asks().get(alone).then().statusCode(404);
        admin.asks()
                .get(led)
                .then()
                .body("myRole", equalTo("owner"))
                .body("memberCount", equalTo(2))
                .body("createdBy", nullValue());
        member.asks().get(led).then().body("myRole", equalTo("member"));
        member.asks().get(plain).then().body("myRole", equalTo("owner"));
        List<String> told = new Told(redis).types(led.substring(8), 7);
        assertEquals(List.of("member.role-changed", "member.left"), told.subList(5, 7));
        assertEquals(
                "group.deleted", new Told(redis).types(alone.substring(8), 4).get(3));
        assertTrue(new Told(redis).types(ana.id().toString(), 2).contains("user.erased"));
    }

    @Test
    void isProvenByTheReceiptsOfAllServices() {
        Person ana = People.anybody();
        ana.asks().delete("/users/me").then().statusCode(202);
        EventStreams streams = new EventStreams(redis);
        for (String service : List.of("messaging", "graph", "files")) {
            CloudEvent receipt = streams.publish(
                    "events." + service,
                    "user.erasure-completed",
                    ana.id().toString(),
                    Map.of(
                            "userId",
                            ana.id(),
                            "service",
                            service + "-service",
                            "at",
                            "2026-06-05T10:00:02.000Z",
                            "counts",
                            Map.of("things", 3, "others", 0)));
            streams.publish("events." + service, receipt);
        }
        String path = "/internal/erasures/" + ana.id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> with(Tokens.service())
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("pending", hasSize(0))
                        .body("receipts", hasSize(4))
                        .body("receipts.find { it.service == 'graph-service' }.counts.things", equalTo(3)));
        with(Tokens.admin(UUID.randomUUID())).get(path).then().statusCode(200);
        with(Tokens.user(UUID.randomUUID())).get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
        with(Tokens.service())
                .get("/internal/erasures/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void exportsEverythingAndNoSecret() {
        Person ana = People.anybody();
        Person ben = People.anybody();
        String group = leaveTracesEverywhere(ana, ben);
        ana.asks()
                .get("/internal/export")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("account.email", equalTo(ana.email()))
                .body("account.createdAt", org.hamcrest.Matchers.matchesPattern("[0-9T:-]+\\.\\d{3}Z"))
                .body("memberships", hasSize(2))
                .body("groupsFounded.id", contains(group.substring(8)))
                .body("invites", hasSize(2))
                .body("activities.title", contains("Hers"))
                .body("votes.value", contains("like"))
                .body("purchases.amount", contains("4.90"))
                .body("sessions", hasSize(1))
                .body(not(org.hamcrest.Matchers.containsString("argon2")));
        with(Tokens.user(UUID.randomUUID())).get("/internal/export").then().statusCode(401);
        given().get("/internal/export").then().statusCode(401);
    }

    private static String leaveTracesEverywhere(Person ana, Person ben) {
        String hers = ana.founds(Map.of("name", "Hers"));
        ben.joins(hers);
        String his = ben.founds(Map.of("name", "His", "visibility", "private"));
        ben.sends(Map.of("userId", ana.id())).post(his + "/invites").then().statusCode(201);
        ana.joins(his);
        String gone = ben.founds(Map.of("name", "Gone"));
        ana.joins(gone);
        ana.asks().delete(gone + "/members/" + ana.id()).then().statusCode(204);
        ana.sends(Map.of()).post(hers + "/invites").then().statusCode(201);
        String activity = ana.sends(Map.of("type", "a", "title", "Hers"))
                .post(his + "/activities")
                .path("id");
        ana.sends(Map.of("value", "like"))
                .put("/activities/" + activity + "/vote")
                .then()
                .statusCode(204);
        ana.sends(Map.of("productType", "coins_pack", "amount", "4.9", "currency", "EUR"))
                .header("Idempotency-Key", "k")
                .post("/purchases")
                .then()
                .statusCode(201);
        return hers;
    }

    /** The outbox is on its way out, and what it says is what the others need to forget. */
    private List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        var tables = pool.query("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name <> 'outbox'")
                .execute()
                .await()
                .indefinitely();
        tables.forEach(table -> {
            String name = table.getString(0);
            var rows = pool.query("select 1 from " + name + " t where cast(t as text) like '%" + text + "%'")
                    .execute()
                    .await()
                    .indefinitely();
            if (rows.size() > 0) {
                found.add(name);
            }
        });
        return found;
    }

    private List<String> keysWith(String text) {
        List<String> found = new ArrayList<>();
        var keys = redis.key().scan(new KeyScanArgs().match("*" + text + "*").count(1000));
        while (keys.hasNext()) {
            found.addAll(keys.next());
        }
        return found;
    }

    private static io.restassured.response.Response logIn(Person person) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", person.email(), "password", People.PASSWORD))
                .post("/auth/login");
    }

    private static io.restassured.specification.RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
