package org.summertrip.messaging.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.awaitStatus;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.World;

@QuarkusTest
class GroupProjectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    World world;

    @Inject
    ConversationStore store;

    @Test
    void givesATripItsConversation() {
        UUID ana = world.id();
        UUID group = world.group(ana);

        Head head = head(group);

        assertEquals(Kind.GROUP, head.kind());
        assertEquals("Lisbon", head.title());
        assertEquals(group, head.groupId());
        say(ana, group, "Hello");
    }

    @Test
    void knowsAMemberBeforeTheGroup() {
        UUID ana = world.id();
        UUID group = world.id();

        world.join(group, ana, NOON.plusSeconds(1));
        awaitStatus(ana, group, 200);
        world.makeGroup(group, "Porto", NOON);
        world.settle();

        assertEquals("Porto", head(group).title());
        assertEquals(200, read(ana, group));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member.left", "member.banned"})
    void hidesTheConversationFromWhoIsNoLongerIn(String type) {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        say(ben, group, "Bye");

        world.member(type, group, ben, Instant.now());

        awaitStatus(ben, group, 404);
        as(ben).body(Map.of("conversationId", group, "content", "?"))
                .post("/messages")
                .then()
                .statusCode(404);
        assertEquals(200, read(ana, group));
    }

    @Test
    void isNotFooledByAnOldDeparture() {
        UUID ana = world.id();
        UUID group = world.id();

        world.join(group, ana, NOON.plusSeconds(60));
        world.member("member.left", group, ana, NOON);
        world.settle();

        assertEquals(200, read(ana, group));
    }

    @Test
    void isNotFooledByAnOldArrival() {
        UUID ana = world.id();
        UUID group = world.id();

        world.member("member.left", group, ana, NOON.plusSeconds(60));
        world.join(group, ana, NOON);
        world.settle();
        assertEquals(404, read(ana, group));

        world.join(group, ana, NOON.plusSeconds(120));
        awaitStatus(ana, group, 200);
    }

    @Test
    void keepsOutWhoJoinedAndLeftInTheSameMillisecond() {
        UUID ana = world.id();
        UUID group = world.id();

        world.member("member.left", group, ana, NOON);
        world.join(group, ana, NOON);
        world.member("member.role-changed", group, ana, NOON);
        world.settle();

        assertEquals(404, read(ana, group));
    }

    @Test
    void bearsEveryEventTwice() {
        UUID ana = world.id();
        UUID group = world.id();
        List<CloudEvent> events = List.of(
                world.makeGroup(group, "Faro", NOON),
                world.join(group, ana, NOON),
                world.member("member.left", group, ana, NOON.plusSeconds(1)),
                world.join(group, ana, NOON.plusSeconds(2)));

        events.forEach(event -> world.streams().publish(World.USERS, event));
        world.settle();

        assertEquals(200, read(ana, group));
        assertEquals("Faro", head(group).title());
    }

    @Test
    void keepsTheNewestName() {
        UUID group = world.id();
        Map<String, Object> renamed = Map.of(
                "id",
                group,
                "name",
                "New",
                "createdBy",
                world.id(),
                "createdAt",
                NOON.toString(),
                "updatedAt",
                NOON.plusSeconds(60).toString());

        world.streams().publish(World.USERS, "group.updated", group.toString(), NOON.plusSeconds(60), renamed);
        world.makeGroup(group, "Old", NOON);
        world.settle();

        assertEquals("New", head(group).title());
    }

    @Test
    void endsWithTheGroup() {
        UUID ana = world.id();
        UUID group = world.group(ana);

        world.streams().publish(World.USERS, "group.deleted", group.toString(), Instant.now(), Map.of("id", group));

        awaitStatus(ana, group, 404);
        assertTrue(store.find(group).await().atMost(PATIENCE).isEmpty());
    }

    @Test
    void buriesWhatItCannotReadAndGoesOn() {
        world.streams().publish(World.USERS, "member.joined", "poison", Map.of("groupId", "nonsense"));

        world.settle();

        assertTrue(world.streams().dead(World.USERS).stream()
                .anyMatch(grave -> grave.get("event").contains("nonsense")));
    }

    private Head head(UUID group) {
        return store.find(group).await().atMost(PATIENCE).orElseThrow();
    }

    private static int read(UUID reader, UUID group) {
        return as(reader).get("/messages/" + group).statusCode();
    }
}
