package org.summertrip.messaging.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;
import static org.summertrip.messaging.World.talk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;
import org.summertrip.messaging.outbox.Push;

@QuarkusTest
class MessageNoticesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    MessageNotices notices;

    @Inject
    ObjectMapper mapper;

    @Test
    void gathersWhatManyWriteInOneNotification() {
        List<UUID> people = world.people(4);
        UUID reader = world.id();
        UUID trip = world.group(people.get(0), people.get(1), people.get(2), people.get(3), reader);

        people.forEach(sender -> say(sender, trip, "Hello"));
        say(people.get(3), trip, "And hello again");

        awaitMessage(reader, "Ana Silva and 3 others wrote in Lisbon");
        JsonPath page = list(reader);
        assertEquals(List.of("NEW_MESSAGE"), page.getList("items.type"));
        assertEquals("/conversations/" + trip, page.getString("items[0].link"));
        assertEquals(1, page.getInt("unseenCount"));
        await().atMost(PATIENCE).until(() -> told(reader) == 1);
        awaitMessage(people.get(3), "Ana Silva and 2 others wrote in Lisbon");
    }

    @Test
    void tellsNothingToTheSenderAndWhoHasMutedTheConversation() {
        UUID sender = world.person("Ana", "Silva");
        UUID reader = world.id();
        UUID muted = world.id();
        UUID trip = world.group(sender, reader, muted);
        as(muted).body("{}").put("/conversations/" + trip + "/mute").then().statusCode(204);

        say(sender, trip, "Hello");

        awaitMessage(reader, "Ana Silva wrote in Lisbon");
        assertEquals(List.of(), list(sender).getList("items"));
        assertEquals(List.of(), list(muted).getList("items"));
    }

    @Test
    void saysWhoWroteInADirectConversation() {
        UUID ana = world.person("Ana", null);
        UUID ben = world.person("Ben", null);

        say(ana, talk(ana, ben), "Hello");

        awaitMessage(ben, "Ana wrote to you");
    }

    @Test
    void beginsAnewOnceItWasSeenAndKeepsOnlyOne() {
        UUID ana = world.person("Ana", null);
        UUID ben = world.id();
        UUID trip = world.group(ana, ben);
        say(ana, trip, "Hello");
        String first = awaitMessage(ben, "Ana wrote in Lisbon").getString("items[0].id");
        as(ben).body(Map.of("state", "SEEN"))
                .patch("/notifications/me/" + first)
                .then()
                .statusCode(200);

        say(ana, trip, "Again");

        await().atMost(PATIENCE).until(() -> list(ben).getInt("unseenCount") == 1);
        JsonPath page = list(ben);
        assertEquals(1, page.getList("items").size());
        assertEquals(false, first.equals(page.getString("items[0].id")));
        await().atMost(PATIENCE).until(() -> told(ben) == 2);
    }

    @Test
    void isSeenWhenTheConversationIsRead() {
        UUID ana = world.person("Ana", null);
        UUID ben = world.id();
        UUID trip = world.group(ana, ben);
        say(ana, trip, "Hello");
        UUID last = say(ana, trip, "Again");
        awaitMessage(ben, "Ana wrote in Lisbon");

        as(ben).body(Map.of("messageId", last))
                .post("/conversations/" + trip + "/read")
                .then()
                .statusCode(204);

        await().atMost(PATIENCE).until(() -> list(ben).getInt("unseenCount") == 0);
        assertEquals("SEEN", list(ben).getString("items[0].state"));
    }

    @Test
    void changesNothingWhenMessagesAreHandedOverAgain() {
        UUID ana = world.person("Ana", null);
        UUID ben = world.id();
        UUID trip = world.group(ana, ben);
        UUID first = say(ana, trip, "Hello");
        UUID second = say(ana, trip, "Again");
        String id = awaitMessage(ben, "Ana wrote in Lisbon").getString("items[0].id");
        as(ben).body(Map.of("upTo", id)).post("/notifications/me/seen").then().statusCode(204);

        notices.take(List.of(created(trip, first, ana), created(trip, second, ana)))
                .await()
                .atMost(PATIENCE);

        JsonPath page = list(ben);
        assertEquals(List.of(id), page.getList("items.id"));
        assertEquals(0, page.getInt("unseenCount"));
    }

    @Test
    void tellsNothingOfWhoIsBlockedAndOfMutedTypes() {
        UUID ana = world.person("Ana", null);
        UUID zoe = world.person("Zoe", null);
        UUID blocking = world.id();
        UUID muting = world.id();
        UUID trip = world.group(ana, zoe, blocking, muting);
        world.block("user.blocked", blocking, ana);
        as(muting).put("/notifications/me/mutes/NEW_MESSAGE").then().statusCode(204);

        say(ana, trip, "Hello");
        say(zoe, trip, "Hello");

        awaitMessage(blocking, "Zoe wrote in Lisbon");
        assertEquals(List.of(), list(muting).getList("items"));
    }

    @Test
    void tellsALargeTripInOneGo() {
        UUID ana = world.id();
        List<UUID> readers = IntStream.range(0, 60).mapToObj(i -> world.id()).toList();
        UUID trip = world.group(readers.toArray(UUID[]::new));
        world.join(trip, ana, Instant.now());
        world.settle();

        say(ana, trip, "Hello");

        readers.forEach(reader -> awaitMessage(reader, "Somebody wrote in Lisbon"));
    }

    private Push created(UUID conversationId, UUID messageId, UUID senderId) {
        Map<String, UUID> message = Map.of("id", messageId, "senderId", senderId);
        return new Push("message.created", mapper.valueToTree(message), conversationId, List.of());
    }

    private long told(UUID userId) {
        return world.pushes(userId).stream()
                .filter(push -> "notification.created".equals(push.get("type")))
                .count();
    }

    private static JsonPath awaitMessage(UUID userId, String message) {
        await().atMost(PATIENCE)
                .until(() -> list(userId).getList("items.message").equals(List.of(message)));
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
