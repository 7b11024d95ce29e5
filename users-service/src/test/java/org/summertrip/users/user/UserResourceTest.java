package org.summertrip.users.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class UserResourceTest {

    @Inject
    RedisDataSource redis;

    @Test
    void showsTheEmailToItsOwnerAndToAdminsOnly() {
        Person ana = People.anybody();
        Person stranger = People.anybody();
        String path = "/users/" + ana.id();
        ana.asks().get("/users/me").then().statusCode(200).body("email", equalTo(ana.email()));
        ana.asks().get(path).then().statusCode(200).body("email", equalTo(ana.email()));
        stranger.asks()
                .get(path)
                .then()
                .statusCode(200)
                .body("firstName", equalTo("Test"))
                .body("$", not(org.hamcrest.Matchers.hasKey("email")))
                .body(not(containsString(ana.email())));
        given().header("Authorization", "Bearer " + Tokens.admin(stranger.id()))
                .get(path)
                .then()
                .body("email", equalTo(ana.email()));
        stranger.asks().get("/users").then().statusCode(200).body(not(containsString("@example.org")));
    }

    @Test
    void tellsAbsentFromMalformed() {
        Person ana = People.anybody();
        ana.asks().get("/users/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));
        for (String bad : List.of("1", "not-a-uuid", "1-1-1-1-1", "019a5f3e7c117a529d0b5f6d1c2b3a49")) {
            ana.asks()
                    .get("/users/" + bad)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("id"))
                    .body("violations[0].in", equalTo("path"));
        }
    }

    @Test
    void knowsNobodyWhoseAccountIsGone() {
        given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void answersNotModifiedToWhoHasSeenIt() {
        Person ana = People.anybody();
        String etag = ana.asks().get("/users/me").then().extract().header("ETag");
        ana.asks().header("If-None-Match", etag).get("/users/me").then().statusCode(304);
        ana.asks().header("If-None-Match", "\"other\"").get("/users/me").then().statusCode(200);
    }

    @Test
    void findsPeopleByTheStartOfAnyNameWithoutCaseOrAccents() {
        String marker = "q" + UUID.randomUUID().toString().substring(0, 8);
        Person zoe = People.named("Zoë" + marker, "Ñandú" + marker);
        People.named("Other", "Person");
        for (String q : List.of("zoe" + marker, "ZOË" + marker.substring(0, 4), "nandu" + marker)) {
            zoe.asks()
                    .queryParam("q", q)
                    .get("/users")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(zoe.id().toString()));
        }
        zoe.asks().queryParam("q", "%").get("/users").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void pagesThroughEverybodyWithoutLossOrRepetition() {
        String marker = "page" + UUID.randomUUID().toString().substring(0, 8);
        Person asking = People.named(marker, "0");
        List<String> everybody = new ArrayList<>(List.of(asking.id().toString()));
        for (int i = 1; i < 7; i++) {
            everybody.add(People.named(marker, String.valueOf(i)).id().toString());
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = asking.asks().queryParam("q", marker).queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        java.util.Collections.reverse(everybody);
        assertEquals(everybody, seen);
    }

    @Test
    void refusesCursorsOfOtherListsAndForgedOnes() {
        Person ana = People.named("Cursor", "One");
        People.named("Cursor", "Two");
        String cursor = ana.asks()
                .queryParam("limit", 1)
                .queryParam("q", "cursor")
                .get("/users")
                .then()
                .extract()
                .path("next");
        ana.asks()
                .queryParam("cursor", cursor)
                .get("/users")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        ana.asks().queryParam("cursor", cursor).get("/groups").then().statusCode(400);
        for (String forged : List.of("x", "AAAA", "!!!", "A".repeat(80))) {
            ana.asks().queryParam("cursor", forged).get("/users").then().statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "99999999999999"})
    void refusesALimitOutOfRange(String limit) {
        People.anybody()
                .asks()
                .queryParam("limit", limit)
                .get("/users")
                .then()
                .statusCode(400)
                .body("violations.field", contains("limit"))
                .body("violations.in", contains("query"));
    }

    @Test
    void tellsTheOtherServicesButNotTheEmail() {
        Person ana = People.named("Eventful", "Person");
        EventStreams streams = new EventStreams(redis);
        CloudEvent event = Awaitility.await()
                .until(
                        () -> streams.read("events.users").stream()
                                .filter(seen -> seen.subject().equals(ana.id().toString()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        assertEquals("user.created", event.type());
        assertEquals("Eventful", event.data().get("firstName").asText());
        assertTrue(event.data().findValue("email") == null && !event.toString().contains(ana.email()));
    }
}
