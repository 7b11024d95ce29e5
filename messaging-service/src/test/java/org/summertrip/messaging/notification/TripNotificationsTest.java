package org.summertrip.messaging.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.World;

@QuarkusTest
class TripNotificationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    private UUID owner;
    private UUID member;
    private UUID ana;
    private UUID trip;

    @BeforeEach
    void aTrip() {
        ana = world.id();
        world.signUp(ana, "Ana", "Silva");
        owner = world.id();
        member = world.id();
        trip = world.group(owner, member);
        world.member("member.role-changed", trip, owner, Instant.now().plusMillis(1));
    }

    @Test
    void tellsWhoIsInvitedByName() {
        told("invite.created", Map.of("createdBy", ana, "userId", member));

        assertTold(member, "INVITED_TO_GROUP", "Ana Silva invited you to Lisbon", "/groups/" + trip);
    }

    @Test
    void tellsNobodyOfAnInviteThatNamesNobody() {
        Map<String, Object> open = new HashMap<>(Map.of("createdBy", ana));
        open.put("userId", null);

        told("invite.created", open);

        world.settle();
        assertEquals(List.of(), list(member).getList("items"));
    }

    @Test
    void tellsTheAdminsWhoWantsToJoin() {
        told("member.requested", Map.of("userId", ana));

        assertTold(owner, "JOIN_REQUEST", "Ana Silva wants to join Lisbon", "/groups/" + trip + "/requests");
        assertEquals(List.of(), list(member).getList("items"));
    }

    @Test
    void tellsTheAdminsWhoHasJoined() {
        world.join(trip, ana, Instant.now());

        assertTold(owner, "MEMBER_JOINED", "Ana Silva joined Lisbon", "/groups/" + trip);
        assertEquals(List.of(), list(member).getList("items"));
        assertEquals(List.of(), list(ana).getList("items"));
    }

    @Test
    void tellsTheOthersOfANewActivity() {
        UUID activity = world.id();

        told("activity.proposed", Map.of("id", activity, "proposedBy", owner, "title", "Surfing"));

        assertTold(
                member,
                "NEW_ACTIVITY",
                "Somebody proposed Surfing in Lisbon",
                "/groups/" + trip + "/activities/" + activity);
        assertEquals(List.of(), list(owner).getList("items"));
    }

    @Test
    void tellsTheOthersThatThePlanIsReady() {
        told("plan.ready", Map.of("userId", member));

        assertTold(owner, "PLAN_READY", "The plan for Lisbon is ready", "/groups/" + trip + "/plan");
        assertEquals(List.of(), list(member).getList("items"));
    }

    @Test
    void tellsOnceAndKeepsTheStateWhenTheEventComesAgain() {
        CloudEvent event = told("plan.ready", Map.of("userId", member));
        String id = awaitOne(owner).getString("items[0].id");
        as(owner)
                .body("{\"upTo\":\"" + id + "\"}")
                .post("/notifications/me/seen")
                .then()
                .statusCode(204);

        world.streams().publish(World.USERS, event);
        world.settle();

        JsonPath page = list(owner);
        assertEquals(List.of(id), page.getList("items.id"));
        assertEquals(0, page.getInt("unseenCount"));
        assertEquals(
                1, world.pushes(owner).stream().filter(this::isNotification).count());
    }

    @Test
    void publishesWhoWasToldAndShowsItToWhoIsConnected() {
        told("plan.ready", Map.of("userId", member));

        JsonPath pushed = world.awaitPush(owner, "notification.created");
        assertEquals("The plan for Lisbon is ready", pushed.getString("message"));
        assertEquals("UNSEEN", pushed.getString("state"));
        await().atMost(PATIENCE).until(() -> !published(owner).isEmpty());
        CloudEvent event = published(owner).get(0);
        assertEquals(pushed.getString("id"), event.data().get("id").asText());
        assertEquals("PLAN_READY", event.data().get("type").asText());
        assertEquals(false, event.data().has("message"));
    }

    @Test
    void makesNothingOfAMutedTypeUntilItIsHeardAgain() {
        as(owner).put("/notifications/me/mutes/PLAN_READY").then().statusCode(204);
        as(owner).put("/notifications/" + owner + "/mutes/PLAN_READY").then().statusCode(204);
        assertEquals(
                List.of("PLAN_READY"),
                as(owner).get("/notifications/me/mutes").jsonPath().getList("items.type"));

        told("plan.ready", Map.of("userId", member));
        world.settle();
        assertEquals(List.of(), list(owner).getList("items"));

        as(owner).delete("/notifications/me/mutes/PLAN_READY").then().statusCode(204);
        as(owner).delete("/notifications/me/mutes/PLAN_READY").then().statusCode(204);
        told("plan.ready", Map.of("userId", member));
        awaitOne(owner);
    }

    @Test
    void knowsOnlyTypesThatTheSystemMakes() {
        as(owner).put("/notifications/me/mutes/WEATHER").then().statusCode(400);
        as(owner).delete("/notifications/nonsense/mutes/PLAN_READY").then().statusCode(400);
    }

    @Test
    void tellsNothingOfWhoIsBlocked() {
        world.block("user.blocked", owner, ana);

        told("invite.created", Map.of("createdBy", ana, "userId", owner));
        told("invite.created", Map.of("createdBy", member, "userId", owner));

        assertEquals("Somebody invited you to Lisbon", awaitOne(owner).getString("items[0].message"));
    }

    private CloudEvent told(String type, Map<String, ?> data) {
        Map<String, Object> fact = new HashMap<>(data);
        fact.put("groupId", trip);
        fact.put("at", Instant.now().toString());
        return world.streams().publish(World.USERS, type, trip.toString(), fact);
    }

    private void assertTold(UUID receiver, String type, String message, String link) {
        JsonPath page = awaitOne(receiver);
        assertEquals(type, page.getString("items[0].type"));
        assertEquals(message, page.getString("items[0].message"));
        assertEquals(link, page.getString("items[0].link"));
        assertEquals(1, page.getInt("unseenCount"));
    }

    private boolean isNotification(Map<String, String> push) {
        return "notification.created".equals(push.get("type"));
    }

    private List<CloudEvent> published(UUID receiver) {
        return world.streams().read(World.MESSAGING).stream()
                .filter(event -> event.type().equals("notification.created"))
                .filter(event -> receiver.toString().equals(event.subject()))
                .toList();
    }

    private static JsonPath awaitOne(UUID userId) {
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
