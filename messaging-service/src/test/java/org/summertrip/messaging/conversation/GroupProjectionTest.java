package org.summertrip.messaging.conversation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.awaitStatus;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.World;
import org.summertrip.messaging.participant.Seats;

@QuarkusTest
class GroupProjectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    World world;

    @Inject
    ConversationStore store;

    @Inject
    Seats seats;

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

    @Test
    void leavesWhatThereWasToWhoHasLeft() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        String before = say(ana, group, "before").toString();
        awaitLaterMillisecond();

        world.member("member.left", group, ben, Instant.now());
        world.settle();
        awaitLaterMillisecond();
        String after = say(ana, group, "after").toString();

        assertEquals(404, write(ben, group));
        assertEquals(List.of(before), ids(as(ben).get("/messages/" + group)));
        assertEquals(
                List.of(),
                ids(as(ben).get("/messages/" + group + "?after="
                        + as(ana).get("/messages/" + group).path("prev"))));
        assertEquals(404, as(ben).get("/messages/" + group + "/" + after).statusCode());
        assertEquals(200, as(ben).get("/messages/" + group + "/" + before).statusCode());
        assertEquals(404, as(ben).get("/conversations/" + group).statusCode());
        assertEquals(List.of(), ids(as(ben).get("/conversations")));
        assertEquals(List.of(after, before), ids(as(ana).get("/messages/" + group)));
    }

    @Test
    void leavesNothingToWhoWasBanned() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        say(ben, group, "Bye");

        world.member("member.banned", group, ben, Instant.now());

        awaitStatus(ben, group, 404);
        assertEquals(404, write(ben, group));
        assertEquals(200, read(ana, group));
    }

    @Test
    void showsEverythingAgainToWhoComesBack() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        world.member("member.left", group, ben, Instant.now());
        world.settle();
        String meanwhile = say(ana, group, "meanwhile").toString();

        world.join(group, ben, Instant.now().plusMillis(5));
        world.settle();

        assertEquals(List.of(meanwhile), ids(as(ben).get("/messages/" + group)));
        assertEquals(201, write(ben, group));
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
        assertEquals(404, write(ana, group));

        world.join(group, ana, NOON.plusSeconds(120));
        world.settle();
        assertEquals(201, write(ana, group));
    }

    @Test
    void keepsOutWhoJoinedAndLeftInTheSameMillisecond() {
        UUID ana = world.id();
        UUID group = world.id();

        world.member("member.left", group, ana, NOON);
        world.join(group, ana, NOON);
        world.member("member.role-changed", group, ana, NOON);
        world.settle();

        assertEquals(404, write(ana, group));
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
    void staysEndedWhenAnOlderArrivalIsHeardOfLater() {
        UUID ana = world.id();
        UUID group = world.earlierId();

        world.streams()
                .publish(World.USERS, "group.deleted", group.toString(), NOON.plusSeconds(60), Map.of("id", group));
        world.makeGroup(group, "Gone", NOON);
        world.join(group, ana, NOON.plusSeconds(1));
        world.settle();

        assertEquals(404, read(ana, group));
        assertEquals(404, write(ana, group));
        assertTrue(seats.of(ana).await().atMost(PATIENCE).isEmpty());
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

    private static int write(UUID writer, UUID group) {
        return as(writer)
                .body(Map.of("conversationId", group, "content", "?"))
                .post("/messages")
                .statusCode();
    }

    private static List<String> ids(Response page) {
        return page.then().statusCode(200).extract().path("items.id");
    }

    private static void awaitLaterMillisecond() {
        long now = System.currentTimeMillis();
        await().until(() -> System.currentTimeMillis() > now + 1);
    }

    private static int read(UUID reader, UUID group) {
        return as(reader).get("/messages/" + group).statusCode();
    }
}
