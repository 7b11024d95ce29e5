package org.summertrip.messaging.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Write;

@QuarkusTest
class NotificationResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    World world;

    @Inject
    NotificationStore store;

    @Inject
    Cql cql;

    private UUID ana;

    @BeforeEach
    void somebody() {
        World.awaitReady();
        ana = world.id();
    }

    @Test
    void tellsSomebodySomething() {
        ValidatableResponse told = service()
                .body(Map.of("userId", ana, "type", "PLAN_READY", "message", "Ready 🏕", "link", "/groups/1/plan"))
                .post("/notifications")
                .then()
                .statusCode(201);

        String id = told.extract().path("id");
        told.header("Location", matchesPattern(".*/notifications/" + ana + "/" + id))
                .header("ETag", notNullValue())
                .body("userId", equalTo(ana.toString()))
                .body("type", equalTo("PLAN_READY"))
                .body("message", equalTo("Ready 🏕"))
                .body("link", equalTo("/groups/1/plan"))
                .body("state", equalTo("UNSEEN"))
                .body("createdAt", matchesPattern(".*T.*\\.\\d{3}Z"));
        for (String self : List.of("me", ana.toString())) {
            JsonPath page = list(self, "");
            assertEquals(told.extract().<Object>path("$"), page.get("items[0]"));
            assertEquals(1, page.getInt("unseenCount"));
        }
    }

    @Test
    void leafsNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, tell("number " + i));
        }

        JsonPath first = list("me", "?limit=2");
        JsonPath second = list("me", "?limit=2&cursor=" + first.getString("next"));
        JsonPath third = list("me", "?limit=2&cursor=" + second.getString("next"));

        List<String> leafed = new ArrayList<>(first.getList("items.id"));
        leafed.addAll(second.getList("items.id"));
        leafed.addAll(third.getList("items.id"));
        assertEquals(ids, leafed);
        assertEquals(null, third.getString("next"));
        assertEquals(5, first.getInt("unseenCount"));
    }

    @Test
    void filtersByStateAndListsDeletedOnesOnlyWhenAskedTo() {
        String unseen = put(State.UNSEEN, Duration.ZERO);
        String clicked = put(State.CLICKED, Duration.ofDays(1));
        String deleted = put(State.DELETED, Duration.ofDays(2));
        String seen = put(State.SEEN, Duration.ofDays(40));

        assertEquals(List.of(unseen, clicked, seen), list("me", "").getList("items.id"));
        assertEquals(List.of(unseen), list("me", "?state=UNSEEN").getList("items.id"));
        assertEquals(List.of(seen), list("me", "?state=SEEN").getList("items.id"));
        assertEquals(List.of(deleted), list("me", "?state=DELETED").getList("items.id"));
        assertEquals(1, list("me", "?state=SEEN").getInt("unseenCount"));
        JsonPath first = list("me", "?limit=2");
        assertEquals(
                List.of(seen),
                list("me", "?limit=2&cursor=" + first.getString("next")).getList("items.id"));
    }

    @Test
    void forgetsAfterNinetyDays() {
        put(State.UNSEEN, Duration.ofDays(91));
        String kept = put(State.UNSEEN, Duration.ofDays(89));

        assertEquals(List.of(kept), list("me", "").getList("items.id"));
    }

    @Test
    void bindsCursorsToTheirList() {
        tell("one");
        tell("two");
        String cursor = list("me", "?limit=1").getString("next");
        UUID ben = world.id();

        as(ben).get("/notifications/me?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        as(ana).get("/notifications/me?state=SEEN&cursor=" + cursor).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"me?state=OLD", "me?state=seen", "me?limit=0", "me?limit=101", "me?cursor=AAAA", "you"})
    void refusesWhatItDoesNotUnderstand(String path) {
        as(ana).get("/notifications/" + path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        service()
                .body("{\"type\":\"low\",\"message\":\"\",\"link\":\"javascript:alert(1)\",\"state\":\"SEEN\"}")
                .post("/notifications")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("userId", "type", "message", "link", "state"));
    }

    @Test
    void tellsOnceHoweverOftenTheSameAttemptIsMade() {
        RequestSpecification attempt = service()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("userId", ana, "type", "PLAN_READY", "message", "Once"));

        String first =
                attempt.post("/notifications").then().statusCode(201).extract().path("id");

        attempt.post("/notifications")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("id", equalTo(first));
        as(ana).get("/notifications/me").then().body("items", hasSize(1)).body("next", nullValue());
    }

    private String tell(String message) {
        return service()
                .body(Map.of("userId", ana, "type", "PLAN_READY", "message", message))
                .post("/notifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String put(State state, Duration age) {
        long millis = Instant.now().minus(age).toEpochMilli();
        UUID id = new UUID(millis << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
        Notification past = new Notification(id, ana, "PLAN_READY", "then", null, state, Ids.timeOf(id));
        List<Write> writes = store.putting(past, Set.of());
        if (!writes.isEmpty()) {
            cql.atomically(writes).await().atMost(PATIENCE);
        }
        return id.toString();
    }

    private JsonPath list(String self, String query) {
        return as(ana).get("/notifications/" + self + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The same service token for all requests of a test: attempts are known by who makes them. */
    private RequestSpecification service() {
        return given().auth().oauth2(SERVICE).contentType(ContentType.JSON);
    }

    private static final String SERVICE = Tokens.service();
}
