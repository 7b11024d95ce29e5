package org.summertrip.messaging.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;

@QuarkusTest
class ExportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> PARTS = Set.of(
            "userId",
            "generatedAt",
            "conversations",
            "messages",
            "reactions",
            "notifications",
            "mutedTypes",
            "sessionEvents",
            "blockedUserIds",
            "fileIds");

    @Inject
    World world;

    @Test
    void handsOutEverythingOfTheCallerAndNothingOfOthers() {
        UUID ana = world.person("Ana", "Silva");
        UUID ben = world.person("Ben", "Costa");
        UUID trip = world.group(ana, ben);
        List<UUID> said = List.of(say(ana, trip, "One"), say(ana, trip, "Two \"quoted\""));
        UUID ofBen = say(ben, trip, "Ben's secret");
        as(ana).delete("/messages/" + trip + "/" + said.get(0)).then().statusCode(204);
        as(ana).put("/messages/" + trip + "/" + ofBen + "/reactions/👍").then().statusCode(204);
        as(ana).put("/notifications/me/mutes/PLAN_READY").then().statusCode(204);
        world.streams()
                .publish(
                        World.GATEWAY,
                        "session.started",
                        ana.toString(),
                        Map.of(
                                "sessionId",
                                world.id(),
                                "userId",
                                ana,
                                "at",
                                Instant.now().toString()));
        UUID blocked = world.id();
        world.block("user.blocked", ana, blocked);
        UUID file = world.file(ana, null);
        await().atMost(PATIENCE)
                .until(() -> export(ana).getList("notifications").size() == 1
                        && export(ana).getList("sessionEvents").size() == 1
                        && export(ana).getList("fileIds").size() == 1);

        Response answer = as(ana).get("/internal/export");

        JsonPath all = answer.then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
        assertEquals(PARTS, all.<String, Object>getMap("$").keySet());
        assertEquals(ana.toString(), all.getString("userId"));
        assertEquals(List.of(trip.toString()), all.getList("conversations.conversationId"));
        assertEquals(said.stream().map(UUID::toString).toList(), all.getList("messages.id"));
        assertEquals(List.of(true, false), all.getList("messages.deleted"));
        assertEquals("Two \"quoted\"", all.getString("messages[1].content"));
        assertEquals(List.of(ofBen.toString()), all.getList("reactions.messageId"));
        assertEquals(List.of("👍"), all.getList("reactions.emoji"));
        assertEquals(List.of("NEW_MESSAGE"), all.getList("notifications.type"));
        assertEquals(List.of("PLAN_READY"), all.getList("mutedTypes.type"));
        assertEquals(List.of("START"), all.getList("sessionEvents.type"));
        assertEquals(List.of(blocked.toString()), all.getList("blockedUserIds"));
        assertEquals(List.of(file.toString()), all.getList("fileIds"));
        assertFalse(answer.asString().contains("secret"));
    }

    @Test
    void streamsMoreThanOnePage() {
        UUID ana = world.id();
        UUID trip = world.group(ana);
        for (int i = 0; i < 450; i++) {
            say(ana, trip, "message " + i);
        }

        JsonPath all = export(ana);

        assertEquals(450, all.getList("messages").size());
        assertEquals("message 449", all.getString("messages[449].content"));
    }

    @Test
    void isEmptyForWhoLeftNothing() {
        World.awaitReady();

        JsonPath all = export(world.id());

        assertEquals(List.of(), all.getList("messages"));
    }

    @Test
    void isHiddenFromTheDocumentation() {
        assertTrue(given().get("/q/openapi").asString().contains("/notifications/{userId}"));
        assertFalse(given().get("/q/openapi").asString().contains("/internal"));
    }

    private static JsonPath export(UUID userId) {
        return as(userId)
                .get("/internal/export")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
