package org.summertrip.messaging.message;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.json;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.outbox.Slot;

/** What becomes of messages that were stored by a replica that then died, or that is not the one that tells. */
@QuarkusTest
class MessageJournalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Query IS_OPEN = Query.of("SELECT slot FROM outbox_slots WHERE shard = 0 AND slot = ?");
    private static final Query CLOSE = Query.of("DELETE FROM outbox_slots WHERE shard = 0 AND slot = ?");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    Announcements announcements;

    @Inject
    Publishing publishing;

    @Inject
    MessageWrites writes;

    @Inject
    UntoldStore untold;

    @Inject
    Redis redis;

    private UUID ana;
    private UUID ben;
    private UUID trip;

    @BeforeEach
    void aTrip() {
        ana = world.id();
        ben = world.id();
        trip = world.group(ana, ben);
    }

    @Test
    void whatAReplicaStoredBeforeItDiedIsToldOnceAndInOrder() {
        List<UUID> stored = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            stored.add(store(world.id(), "message " + i));
        }

        await().atMost(PATIENCE).until(() -> told(ben).size() >= stored.size());
        await().atMost(PATIENCE).until(() -> isTold(stored.get(299)));
        UUID after = say(ana, trip, "And now?");

        stored.add(after);
        await().atMost(PATIENCE).until(() -> told(ben).contains(after));
        assertEquals(stored, told(ben));
        assertEquals(stored, told(ana));
        await().atMost(PATIENCE).until(() -> published().size() >= stored.size());
        assertEquals(stored, published());
    }

    @Test
    void whatAReplicaStoresThatDoesNotTellIsToldByTheOneThatDoes() {
        Hints ofAnother = new Hints(redis, () -> false);
        UUID first = store(world.id(), "one");
        UUID second = store(world.id(), "two");
        Instant passedOn = Instant.now();
        ofAnother.add(trip, second);
        ofAnother.add(trip, first);

        ofAnother.passOn().await().atMost(PATIENCE);

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> told(ben).size() >= 2);
        assertTrue(Instant.now().isBefore(passedOn.plusSeconds(5)), "sooner than the next sweep would have found them");
        assertEquals(List.of(first, second), told(ben));
    }

    @Test
    void nobodyIsToldWhatWasWrittenBySomebodyWhoHasBeenErasedSince() {
        Message message = Message.written(world.id(), ana, new NewMessage(trip, "I am Ana", null, null));
        wait(announcements.announce(message));
        run(writes.sending(message));
        Stored stored = new Stored(message.id(), trip, ana, message.content(), List.of(), null, Set.of(), null, null);
        writes.forgettingSender(stored, Instant.now()).forEach(this::run);

        UUID after = say(ben, trip, "Who was that?");

        await().atMost(PATIENCE).until(() -> told(ben).contains(after));
        assertEquals(List.of(after), told(ben));
    }

    @Test
    void aSendThatIsRepeatedMuchLaterOpensItsSlotAgain() {
        Instant longAgo = Instant.now().minusSeconds(600);
        UUID first = Uuid7.derived(longAgo, "first" + trip);
        UUID second = Uuid7.derived(longAgo, "second" + trip);
        send(first);
        wait(cql.run(CLOSE, Slot.of(first)));

        send(second);

        assertTrue(wait(cql.exists(IS_OPEN, Slot.of(second))) || isTold(second));
        await().atMost(PATIENCE).until(() -> told(ben).containsAll(List.of(first, second)));
    }

    @Test
    void theInboxIsInOrderWithinAMinute() {
        UUID other = world.group(ana, ben);
        for (int i = 0; i < 3; i++) {
            say(ana, trip, "Here");
            assertEquals(trip, latest());
            say(ana, other, "There");
            assertEquals(other, latest());
        }
    }

    private UUID latest() {
        return UUID.fromString(as(ben).get("/conversations?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
    }

    /** As a replica does that dies before it has told anybody. */
    private UUID store(UUID id, String content) {
        Message message = Message.written(id, ana, new NewMessage(trip, content, null, null));
        wait(announcements.announce(message));
        run(writes.sending(message));
        return id;
    }

    private void send(UUID id) {
        wait(publishing.send(Message.written(id, ana, new NewMessage(trip, "late", null, null))));
    }

    private void run(Write write) {
        wait(cql.run(write.query(), write.values()));
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private boolean isTold(UUID id) {
        return wait(untold.from(new Place(trip, Bucket.of(id)), id, 1))
                .messages()
                .isEmpty();
    }

    private List<UUID> told(UUID userId) {
        return world.pushes(userId).stream()
                .filter(push -> "message.created".equals(push.get("type")))
                .map(push -> UUID.fromString(json(push.get("data")).path("id").asText()))
                .toList();
    }

    private List<UUID> published() {
        return world.streams().read(World.MESSAGING).stream()
                .filter(event -> trip.toString().equals(event.subject()))
                .map(event -> event.id())
                .toList();
    }
}
