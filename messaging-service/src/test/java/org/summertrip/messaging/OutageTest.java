package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
class OutageTest {
    /** About two seconds, and what a busy machine adds. */
    private static final long SOON_MILLIS = 4000;

    @Inject
    World world;

    Stores stores;

    @Test
    void losesNothingAcknowledgedAndRecoversByItself() {
        UUID ana = world.id();
        UUID group = world.group(ana);
        CompletableFuture<List<String>> sender = CompletableFuture.supplyAsync(() -> sendUntilRefused(ana, group));

        stores.kill(Store.CASSANDRA);
        List<String> acknowledged = sender.join();
        try {
            assertUnavailable(as(ana).get("/messages/" + group));
            assertUnavailable(as(ana).body(Map.of("conversationId", group, "content", "Hello"))
                    .post("/messages"));
            assertUnavailable(as(ana).get("/notifications/me"));
            given().get("/q/health/ready").then().statusCode(503).time(lessThan(SOON_MILLIS));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            stores.start(Store.CASSANDRA);
        }

        World.awaitReady();
        assertTrue(read(ana, group).containsAll(acknowledged));
        acknowledged.add(say(ana, group, "Here again").toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> published(group).containsAll(acknowledged));
    }

    private static List<String> sendUntilRefused(UUID ana, UUID group) {
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Response answer = as(ana).body(Map.of("conversationId", group, "content", "message " + i))
                    .post("/messages");
            if (answer.statusCode() != 201) {
                break;
            }
            acknowledged.add(answer.path("id"));
        }
        return acknowledged;
    }

    private static void assertUnavailable(Response response) {
        ValidatableResponse answer = response.then();
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"))
                .time(lessThan(SOON_MILLIS));
    }

    private static Set<String> read(UUID ana, UUID group) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            Response page = as(ana).get("/messages/" + group + "?limit=100" + cursor);
            assertEquals(200, page.statusCode());
            ids.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? null : "&before=" + page.path("next");
        }
        return ids;
    }

    private Set<String> published(UUID group) {
        Set<String> ids = new HashSet<>();
        world.streams().read(World.MESSAGING).stream()
                .filter(event -> group.toString().equals(event.subject()))
                .forEach(event -> ids.add(event.data().get("id").asText()));
        return ids;
    }
}
