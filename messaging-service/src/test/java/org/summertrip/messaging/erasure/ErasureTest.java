package org.summertrip.messaging.erasure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;
import static org.summertrip.messaging.World.talk;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.outbox.Outgoing;

@QuarkusTest
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TABLES = List.of(
            "users_known",
            "conversations",
            "direct_conversations",
            "participants",
            "conversations_by_user",
            "messages",
            "activity",
            "notifications",
            "notifications_about",
            "message_notices",
            "notification_mutes",
            "session_events",
            "people_by_day",
            "traces",
            "idempotency_keys",
            "blocks",
            "files_known",
            "files_by_owner");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    Outgoing outgoing;

    @Inject
    Facts facts;

    @Inject
    ObjectMapper mapper;

    @Inject
    @All
    List<Erasable> erasables;

    private UUID ana;
    private UUID ben;
    private UUID trip;
    private UUID direct;
    private UUID ofAna;
    private UUID ofBen;

    @BeforeEach
    void aLife() {
        ana = world.person("Ana", "Silva");
        ben = world.person("Ben", "Costa");
        trip = world.group(ana, ben);
        direct = talk(ana, ben);
        ofAna = UUID.fromString(as(ana).header("Idempotency-Key", "once")
                .body(Map.of("conversationId", trip, "content", "I am Ana", "attachments", List.of(file())))
                .post("/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        ofBen = say(ben, trip, "And I am Ben");
        as(ana).put("/messages/" + trip + "/" + ofBen + "/reactions/👍").then().statusCode(204);
        as(ben).put("/messages/" + trip + "/" + ofAna + "/reactions/👍").then().statusCode(204);
        say(ana, direct, "Psst");
        as(ana).put("/notifications/me/mutes/PLAN_READY").then().statusCode(204);
        as(ana).body(Map.of("messageId", ofBen))
                .post("/conversations/" + trip + "/read")
                .then()
                .statusCode(204);
        world.streams()
                .publish(
                        World.GATEWAY,
                        "session.started",
                        ana.toString(),
                        Map.of("sessionId", world.id(), "userId", ana, "at", now(), "gateway", "gateway-1"));
        world.streams()
                .publish(
                        World.GRAPH,
                        "friend.accepted",
                        ana.toString(),
                        Map.of("userId", ana, "friendId", ben, "since", now()));
        begun("group.created", world.id());
        UUID ended = world.id();
        begun("group.created", ended);
        begun("group.deleted", ended);
        world.block("user.blocked", ana, world.id());
        await().atMost(PATIENCE).until(() -> told(ben) >= 3 && told(ana) >= 1);
    }

    @Test
    void leavesNoTraceInAnyTableButBlanksAtTheirPlaces() {
        assertTrue(mentions(ana).size() >= 10, mentions(ana).toString());

        CloudEvent event = erased(ana);

        CloudEvent receipt = awaitReceipt(ana);
        assertEquals(List.of(), mentions(ana));
        assertEquals("messaging-service", receipt.data().get("service").asText());
        assertEquals(2, receipt.data().get("counts").get("messages").asLong());
        assertEquals(3, receipt.data().get("counts").get("conversations").asLong());
        assertEquals(1, receipt.data().get("counts").get("sessionEvents").asLong());
        assertTrue(receipt.time().isAfter(event.time().minusSeconds(1)));
        as(ben).get("/messages/" + trip + "/" + ofAna)
                .then()
                .statusCode(200)
                .body("senderId", nullValue())
                .body("content", nullValue())
                .body("deleted", equalTo(true))
                .body("attachments", hasSize(0));
        as(ben).get("/messages/" + trip + "/" + ofBen)
                .then()
                .body("content", equalTo("And I am Ben"))
                .body("reactions", hasSize(0));
        assertEquals(List.of(), world.pushes(ana));
    }

    @Test
    void leavesWhatOthersHave() {
        erased(ana);
        awaitReceipt(ana);

        as(ben).get("/messages/" + direct).then().statusCode(200).body("items", hasSize(1));
        as(ben).get("/conversations/" + direct)
                .then()
                .statusCode(200)
                .body("participantIds", equalTo(List.of(ben.toString())));
        say(ben, trip, "Where is everybody?");
        as(ana).get("/messages/" + trip).then().statusCode(404);
    }

    @Test
    void goesOnWhereADeadReplicaStopped() {
        CloudEvent event = CloudEvent.of(
                world.id(),
                "test",
                "user.erased",
                ana.toString(),
                Instant.now(),
                mapper.valueToTree(Map.of("id", ana)));
        for (int steps = 0; steps <= erasables.size(); steps++) {
            Erasure dying = new Erasure(dyingAfter(steps), outgoing, facts, Clock.systemUTC());
            assertThrows(
                    IllegalStateException.class,
                    () -> dying.handle(event).await().atMost(PATIENCE));
        }
        assertEquals(List.of(), receipts(ana));

        world.streams().publish(World.USERS, event);

        awaitReceipt(ana);
        assertEquals(List.of(), mentions(ana));
        world.streams().publish(World.USERS, event);
        world.settle();
        await().atMost(PATIENCE).until(() -> receipts(ana).size() == 2);
        assertEquals(receipts(ana).get(0).id(), receipts(ana).get(1).id());
    }

    private List<Erasable> dyingAfter(int steps) {
        List<Erasable> some = new ArrayList<>(erasables.subList(0, steps));
        some.add(new Erasable() {
            @Override
            public String what() {
                return "nothing";
            }

            @Override
            public Uni<Long> erase(UUID userId) {
                return Uni.createFrom().failure(new IllegalStateException("killed"));
            }
        });
        return some;
    }

    private CloudEvent erased(UUID userId) {
        return world.streams()
                .publish(World.USERS, "user.erased", userId.toString(), Map.of("id", userId, "at", now()));
    }

    private CloudEvent awaitReceipt(UUID userId) {
        await().atMost(PATIENCE).until(() -> !receipts(userId).isEmpty());
        return receipts(userId).get(0);
    }

    private List<CloudEvent> receipts(UUID userId) {
        return world.streams().read(World.MESSAGING).stream()
                .filter(event -> event.type().equals("user.erasure-completed"))
                .filter(event -> userId.toString().equals(event.subject()))
                .toList();
    }

    /** Every row of every table in which an id or a name of theirs can be read. */
    private List<String> mentions(UUID userId) {
        List<String> found = new ArrayList<>();
        for (String table : TABLES) {
            List<Row> rows = cql.all(cql.stream(Query.of("SELECT * FROM " + table), 1000))
                    .await()
                    .atMost(PATIENCE);
            rows.stream()
                    .map(Row::getFormattedContents)
                    .filter(text -> text.contains(userId.toString()))
                    .forEach(text -> found.add(table + " " + text));
        }
        return found;
    }

    private void begun(String type, UUID groupId) {
        Map<String, Object> group = Map.of("id", groupId, "name", "Porto", "createdBy", ana, "createdAt", now());
        world.streams().publish(World.USERS, type, groupId.toString(), group);
        world.join(groupId, ana, Instant.now().plusMillis(type.equals("group.created") ? 0 : -1000));
    }

    private UUID file() {
        return world.file(ana, null);
    }

    private static int told(UUID userId) {
        return as(userId).get("/notifications/me").jsonPath().getList("items").size();
    }

    private static String now() {
        return Instant.now().toString();
    }
}
