package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class SessionResourceTest {
    @Inject
    RedisDataSource redis;

    private static final String NEW_PASSWORD = "another battery, another staple";

    @Test
    void listsOnesOwnSessionsTheNewestFirst() {
        Person ana = People.anybody();
        JsonPath phone = logIn(ana, People.PASSWORD, "phone").extract().jsonPath();
        JsonPath desk = logIn(ana, People.PASSWORD, "desk").extract().jsonPath();
        with(phone)
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.userAgent[0]", equalTo("desk"))
                .body("items.userAgent[1]", equalTo("phone"))
                .body("items.current", contains(false, true, false))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].lastUsedAt", notNullValue())
                .body("next", equalTo(null));
        String next = with(desk)
                .queryParam("limit", 2)
                .get("/auth/sessions")
                .then()
                .extract()
                .path("next");
        with(desk).queryParam("cursor", next).get("/auth/sessions").then().body("items", hasSize(1));
        People.anybody().asks().get("/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void endsOneOfOnesOwnAndTellsItFromAStrangers() {
        Person ana = People.anybody();
        JsonPath phone = logIn(ana, People.PASSWORD, "phone").extract().jsonPath();
        String id = ana.asks().get("/auth/sessions").then().extract().path("items[0].id");
        People.anybody().asks().delete("/auth/sessions/" + id).then().statusCode(404);
        refresh(phone).statusCode(200);
        for (int repeat = 0; repeat < 2; repeat++) {
            ana.asks().delete("/auth/sessions/" + id).then().statusCode(204);
        }
        People.anybody().asks().delete("/auth/sessions/" + id).then().statusCode(404);
        refresh(phone).statusCode(401).body("code", equalTo("session-ended"));
        ana.asks().delete("/auth/sessions/" + UUID.randomUUID()).then().statusCode(404);
        ana.asks().delete("/auth/sessions/nonsense").then().statusCode(400);
        ana.asks().get("/auth/sessions").then().body("items", hasSize(1));
    }

    @Test
    void forgetsSessionsThatLoggedOutOrWereStolen() {
        Person ana = People.anybody();
        JsonPath phone = logIn(ana, People.PASSWORD, "phone").extract().jsonPath();
        JsonPath desk = logIn(ana, People.PASSWORD, "desk").extract().jsonPath();
        with(phone).post("/auth/logout").then().statusCode(204);
        refresh(desk).statusCode(200);
        refresh(desk).statusCode(401);
        ana.asks().get("/auth/sessions").then().body("items", hasSize(1)).body("items[0].current", equalTo(true));
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        Person ana = People.anybody();
        JsonPath phone = logIn(ana, People.PASSWORD, "phone").extract().jsonPath();
        JsonPath desk = logIn(ana, People.PASSWORD, "desk").extract().jsonPath();
        with(phone)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", People.PASSWORD, "newPassword", NEW_PASSWORD))
                .put("/auth/password")
                .then()
                .statusCode(204);
        refresh(desk).statusCode(401);
        refresh(phone).statusCode(200);
        logIn(ana, People.PASSWORD, "old").statusCode(401);
        logIn(ana, NEW_PASSWORD, "new").statusCode(200);
    }

    @Test
    void asksForTheCurrentPasswordAndNotTooOften() {
        Person ana = People.anybody();
        for (int i = 0; i < 5; i++) {
            change(ana, "wrong " + i, NEW_PASSWORD).statusCode(403).body("code", equalTo("wrong-password"));
        }
        change(ana, People.PASSWORD, NEW_PASSWORD).statusCode(429).header("Retry-After", notNullValue());
        Person ben = People.anybody();
        change(ben, People.PASSWORD, "short").statusCode(400).body("violations.field", contains("newPassword"));
        change(ben, People.PASSWORD, "x".repeat(129)).statusCode(400);
    }

    @Test
    void tellsTheGatewayOfEverySessionThatEnds() {
        Person ana = People.anybody();
        List<String> ended = new ArrayList<>();
        List<String> heard = new CopyOnWriteArrayList<>();
        var listening = redis.pubsub(String.class).subscribe("revoked", heard::add);
        try {
            JsonPath leaving = logIn(ana, People.PASSWORD, "logs out").extract().jsonPath();
            JsonPath stolen = logIn(ana, People.PASSWORD, "is copied").extract().jsonPath();
            JsonPath lost = logIn(ana, People.PASSWORD, "is lost").extract().jsonPath();
            JsonPath forgotten =
                    logIn(ana, People.PASSWORD, "is forgotten").extract().jsonPath();
            JsonPath kept = logIn(ana, People.PASSWORD, "goes on").extract().jsonPath();
            with(leaving).post("/auth/logout").then().statusCode(204);
            refresh(stolen).statusCode(200);
            refresh(stolen).statusCode(401);
            with(kept).delete("/auth/sessions/" + id(lost)).then().statusCode(204);
            with(kept)
                    .contentType(ContentType.JSON)
                    .body(Map.of("currentPassword", People.PASSWORD, "newPassword", NEW_PASSWORD))
                    .put("/auth/password")
                    .then()
                    .statusCode(204);
            for (JsonPath session : List.of(leaving, stolen, lost, forgotten)) {
                ended.add("session:" + id(session));
                long seconds = redis.key().ttl("session:revoked:" + id(session));
                assertTrue(seconds > 800 && seconds <= 900, "TTL " + seconds);
            }
            assertFalse(redis.key().exists("session:revoked:" + id(kept)));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> heard.containsAll(ended));
            assertFalse(heard.contains("session:" + id(kept)));
        } finally {
            listening.unsubscribe();
        }
    }

    @Test
    void keepsNoListOfSpentTokensAndStillKnowsThem() {
        JsonPath first =
                logIn(People.anybody(), People.PASSWORD, "phone").extract().jsonPath();
        long fields = redis.hash(String.class).hlen("session:" + id(first));
        JsonPath last = first;
        for (int i = 0; i < 5; i++) {
            last = refresh(last).statusCode(200).extract().jsonPath();
        }
        assertEquals(fields, redis.hash(String.class).hlen("session:" + id(first)));
        refresh(first).statusCode(401);
        refresh(last).statusCode(401);
    }

    @Test
    void keepsNoMoreSessionsThanItShould() {
        Person ana = People.anybody();
        List<JsonPath> sessions = java.util.stream.IntStream.range(0, 50)
                .parallel()
                .mapToObj(i ->
                        logIn(ana, People.PASSWORD, "device " + i).extract().jsonPath())
                .toList();
        with(sessions.get(0))
                .queryParam("limit", 100)
                .get("/auth/sessions")
                .then()
                .body("items", hasSize(50));
    }

    private static String id(JsonPath session) {
        String refreshToken = session.getString("refreshToken");
        return refreshToken.substring(0, refreshToken.indexOf('.'));
    }

    private static io.restassured.specification.RequestSpecification with(JsonPath session) {
        return given().header("Authorization", "Bearer " + session.getString("accessToken"));
    }

    private static ValidatableResponse change(Person person, String current, String wanted) {
        return person.sends(Map.of("currentPassword", current, "newPassword", wanted))
                .put("/auth/password")
                .then();
    }

    private static ValidatableResponse logIn(Person person, String password, String device) {
        return given().contentType(ContentType.JSON)
                .header("User-Agent", device)
                .body(Map.of("email", person.email(), "password", password))
                .post("/auth/login")
                .then();
    }

    private static ValidatableResponse refresh(JsonPath session) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", session.getString("refreshToken")))
                .post("/auth/refresh")
                .then();
    }
}
