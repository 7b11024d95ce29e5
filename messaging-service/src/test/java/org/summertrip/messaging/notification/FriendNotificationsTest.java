package org.summertrip.messaging.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.World;

@QuarkusTest
class FriendNotificationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Test
    void tellsWhoIsAsked() {
        UUID ana = world.person("Ana", "Silva");
        UUID ben = world.id();

        requested(ana, ben, Instant.now());

        JsonPath page = awaitSome(ben);
        assertEquals("FRIEND_REQUEST", page.getString("items[0].type"));
        assertEquals("Ana Silva wants to be your friend", page.getString("items[0].message"));
        assertEquals("UNSEEN", page.getString("items[0].state"));
        assertEquals(List.of(), list(ana).getList("items"));
    }

    @Test
    void tellsWhoWasAccepted() {
        UUID ana = world.id();
        UUID ben = world.person("Ben", null);

        world.streams()
                .publish(
                        World.GRAPH,
                        "friend.accepted",
                        ben.toString(),
                        Map.of(
                                "userId",
                                ben,
                                "friendId",
                                ana,
                                "since",
                                Instant.now().toString()));

        JsonPath page = awaitSome(ana);
        assertEquals("FRIEND_ACCEPTED", page.getString("items[0].type"));
        assertEquals("Ben accepted your friend request", page.getString("items[0].message"));
    }

    @Test
    void tellsOnceAndKeepsTheStateWhenTheEventComesAgain() {
        World.awaitReady();
        UUID ben = world.id();
        CloudEvent event = requested(world.id(), ben, Instant.now().minusSeconds(60));
        JsonPath first = awaitSome(ben);
        UUID id = UUID.fromString(first.getString("items[0].id"));
        as(ben).body(Map.of("state", "SEEN"))
                .patch("/notifications/me/" + id)
                .then()
                .statusCode(200);

        world.streams().publish(World.GRAPH, event);
        CloudEvent next = requested(world.id(), ben, Instant.now());

        await().atMost(PATIENCE).until(() -> list(ben).getList("items").size() >= 2);
        JsonPath after = list(ben);
        assertEquals(2, after.getList("items").size(), next.toString());
        assertEquals(id.toString(), after.getString("items[1].id"));
        assertEquals(1, after.getInt("unseenCount"));
        assertEquals("SEEN", after.getString("items[1].state"));
    }

    @Test
    void doesNotKnowEverybodyByName() {
        World.awaitReady();
        UUID ben = world.id();

        requested(world.id(), ben, Instant.now());

        assertEquals("Somebody wants to be your friend", awaitSome(ben).getString("items[0].message"));
    }

    private CloudEvent requested(UUID from, UUID to, Instant at) {
        return world.streams()
                .publish(
                        World.GRAPH,
                        "friend.requested",
                        from.toString(),
                        at,
                        Map.of("fromUserId", from, "toUserId", to, "at", at.toString()));
    }

    private static JsonPath awaitSome(UUID userId) {
        await().atMost(PATIENCE).until(() -> !list(userId).getList("items").isEmpty());
        return list(userId);
    }

    private static JsonPath list(UUID userId) {
        return as(userId)
                .get("/notifications/me")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
