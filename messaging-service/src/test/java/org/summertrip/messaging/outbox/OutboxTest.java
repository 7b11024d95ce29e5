package org.summertrip.messaging.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventConfig;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Lease;
import org.summertrip.messaging.cassandra.Query;

@QuarkusTest
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Query LEFT = Query.of("SELECT event_id FROM outbox WHERE slot = ?");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    EventConfig config;

    @Inject
    OutboxTable table;

    @Inject
    Journal journal;

    @Inject
    HandOvers handOvers;

    @Test
    void publishesEachMessageOnceInOrderWithoutItsContent() {
        UUID ana = world.id();
        UUID group = world.group(ana);

        List<String> said = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            said.add(say(ana, group, "secret " + i).toString());
        }

        await().atMost(PATIENCE).until(() -> published(group).size() >= said.size());
        List<CloudEvent> events = published(group);
        assertEquals(
                said,
                events.stream().map(event -> event.data().get("id").asText()).toList());
        CloudEvent first = events.get(0);
        assertEquals("message.created", first.type());
        assertEquals("messaging-service", first.source());
        assertEquals(group.toString(), first.data().get("conversationId").asText());
        assertEquals(ana.toString(), first.data().get("senderId").asText());
        assertFalse(events.toString().contains("secret"));
    }

    @Test
    void leavesNothingBehind() {
        UUID ana = world.id();
        UUID group = world.group(ana);
        say(ana, group, "Hello");

        await().atMost(PATIENCE).until(() -> !published(group).isEmpty());

        long slot = Slot.of(published(group).get(0).id());
        await().atMost(PATIENCE).until(() -> left(slot).isEmpty());
    }

    @Test
    void findsAfterARestartWhatWasLeftInAnEarlierSlot() {
        World.awaitReady();
        UUID subject = world.id();
        long slot = Slot.of(world.id()) - 2;
        UUID late = new UUID((Slot.end(slot).toEpochMilli() - 1) << 16 | 0x7000L, subject.getLeastSignificantBits());
        String payload = "{\"specversion\":\"1.0\",\"id\":\"%s\",\"subject\":\"%s\"}".formatted(late, subject);
        write("INSERT INTO outbox_slots (shard, slot) VALUES (0, ?)", slot);
        write(
                "INSERT INTO outbox (slot, event_id, stream, payload) VALUES (?, ?, ?, ?)",
                slot,
                late,
                Envelopes.STREAM,
                payload);
        // The same replica, restarted: it gets its own lease back and knows nothing of what was published.
        Leadership ours = leadership("outbox", config.consumer());
        CassandraOutbox restarted = new CassandraOutbox(table, journal, handOvers, ours, Clock.systemUTC());
        List<OutboxEvent> drained = new ArrayList<>();

        await().atMost(PATIENCE)
                .until(() -> restarted
                                .drain(
                                        1000,
                                        events -> Uni.createFrom().voidItem().invoke(() -> drained.addAll(events)))
                                .await()
                                .atMost(PATIENCE)
                        < 1000);

        boolean taken = drained.stream().anyMatch(event -> event.payload().equals(payload));
        assertTrue(taken || !published(subject).isEmpty());
        assertTrue(left(slot).isEmpty());
    }

    @Test
    void letsAnotherReplicaPublishAtOnceWhenItStops() {
        World.awaitReady();
        String lease = "lease of " + world.id();
        Leadership stopping = leadership(lease, "stopping");
        Leadership other = leadership(lease, "other");
        assertTrue(stopping.claim().await().atMost(PATIENCE));
        assertFalse(other.claim().await().atMost(PATIENCE));

        stopping.resign().await().atMost(PATIENCE);

        await().atMost(Duration.ofSeconds(8)).until(() -> other.claim().await().atMost(PATIENCE));
        assertFalse(stopping.holds());
        assertFalse(stopping.claim().await().atMost(PATIENCE));
    }

    private Leadership leadership(String lease, String holder) {
        return new Leadership(new Lease(cql, lease, holder, Leadership.LENGTH), Clock.systemUTC());
    }

    @Test
    void letsOneReplicaPublishAtATime() {
        UUID ana = world.id();
        say(ana, world.group(ana), "Hello");
        await().atMost(PATIENCE)
                .until(() -> !world.streams().read(World.MESSAGING).isEmpty());
        Lease taken = new Lease(cql, "outbox", "another replica", Duration.ofSeconds(15));
        Leadership other = new Leadership(taken, Clock.systemUTC());

        boolean ours = other.claim().await().atMost(PATIENCE);

        assertFalse(ours);
    }

    private void write(String statement, Object... values) {
        cql.run(Query.of(statement), values).await().atMost(PATIENCE);
    }

    private List<CloudEvent> published(UUID subject) {
        return world.streams().read(World.MESSAGING).stream()
                .filter(event -> subject.toString().equals(event.subject()))
                .toList();
    }

    private List<UUID> left(long slot) {
        return cql.all(cql.stream(LEFT, 100, slot).map(row -> row.getUuid("event_id")))
                .await()
                .atMost(PATIENCE);
    }
}
