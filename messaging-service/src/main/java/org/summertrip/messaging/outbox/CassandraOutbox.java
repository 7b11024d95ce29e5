package org.summertrip.messaging.outbox;

import com.datastax.oss.driver.api.core.cql.Row;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.summertrip.kit.event.EventConfig;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.cassandra.Lease;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Reads open slots in order, publishes, deletes. A crash in between publishes again, with the same event id. */
@Singleton
class CassandraOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(CassandraOutbox.class);
    private static final int SLOTS_PAGE = 1000;

    private static final Query SLOTS =
            Query.of("SELECT slot FROM outbox_slots WHERE shard = " + Outgoing.SHARD + " AND slot >= ?");
    private static final Query READ =
            Query.of("SELECT event_id, stream, payload, push FROM outbox WHERE slot = ? AND event_id > ? LIMIT ?");
    private static final Query DELETE = Query.of("DELETE FROM outbox WHERE slot = ? AND event_id = ?");
    private static final Query CLOSE =
            Query.of("DELETE FROM outbox_slots WHERE shard = " + Outgoing.SHARD + " AND slot = ?");

    private final Cql cql;
    private final Clock clock;
    private final Leadership leadership;
    private final Position position;
    private final HandOvers handOvers;
    private volatile boolean leading;
    private volatile boolean draining;
    private volatile boolean stopping;

    CassandraOutbox(Cql cql, HandOvers handOvers, EventConfig events, Clock clock) {
        this.cql = cql;
        this.handOvers = handOvers;
        this.clock = clock;
        this.leadership = new Leadership(new Lease(cql, "outbox", events.consumer(), Leadership.LENGTH), clock);
        this.position = new Position(clock.instant());
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return Uni.createFrom()
                .deferred(this::begin)
                .invoke(this::noteChange)
                .flatMap(ours ->
                        ours ? drainSlots(max, publish) : Uni.createFrom().item(0))
                .onFailure()
                .invoke(failure -> position.startOver(clock.instant()))
                .onTermination()
                .invoke(this::end);
    }

    /** People would otherwise be told nothing until the lease runs out. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        handOn();
    }

    private Uni<Boolean> begin() {
        draining = true;
        return stopping ? Uni.createFrom().item(false) : leadership.claim();
    }

    private void end() {
        draining = false;
        handOn();
    }

    /** Not in the middle of a drain, which the next leader would repeat. */
    private void handOn() {
        if (stopping && !draining) {
            leadership
                    .resign()
                    .subscribe()
                    .with(given -> {}, failure -> LOG.debugf("lease ends by itself cause=%s", failure));
        }
    }

    private void noteChange(boolean ours) {
        if (ours && !leading) {
            position.startOver(clock.instant());
        }
        leading = ours;
    }

    private Uni<Integer> drainSlots(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        UUID after = position.next(clock.instant());
        return openSlots(after)
                .flatMap(slots -> read(slots, after, max)
                        .call(rows -> publishAndDelete(rows, publish))
                        .call(rows -> moveOn(rows, slots, max)))
                .map(List::size);
    }

    private Uni<List<Long>> openSlots(UUID after) {
        return cql.all(cql.stream(SLOTS, SLOTS_PAGE, Slot.of(after)).map(row -> row.getLong("slot")));
    }

    private Uni<List<OutboxRow>> read(List<Long> slots, UUID after, int max) {
        Multi<OutboxRow> rows = Multi.createFrom()
                .iterable(slots)
                .onItem()
                .transformToMultiAndConcatenate(
                        slot -> cql.stream(READ, max, slot, after, max).map(row -> row(slot, row)));
        return cql.first(max, rows);
    }

    private Uni<Void> publishAndDelete(List<OutboxRow> rows, Function<List<OutboxEvent>, Uni<Void>> publish) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (!leadership.holds()) {
            return Uni.createFrom().failure(new IllegalStateException("the lease ran out before publishing"));
        }
        List<Write> deletions = rows.stream()
                .map(row -> new Write(DELETE, row.slot(), row.eventId()))
                .toList();
        return publishEvents(rows, publish)
                .flatMap(published -> handOvers.take(rows))
                .flatMap(taken -> cql.inBulk(deletions))
                .invoke(() -> handOvers.forget(rows));
    }

    private static Uni<Void> publishEvents(List<OutboxRow> rows, Function<List<OutboxEvent>, Uni<Void>> publish) {
        List<OutboxEvent> events =
                rows.stream().filter(OutboxRow::isEvent).map(OutboxRow::event).toList();
        return events.isEmpty() ? Uni.createFrom().voidItem() : publish.apply(events);
    }

    private Uni<Void> moveOn(List<OutboxRow> rows, List<Long> slots, int max) {
        if (rows.size() == max) {
            position.continueAfter(rows.get(max - 1).eventId());
            return Uni.createFrom().voidItem();
        }
        if (!position.caughtUp(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        List<Long> finished = slots.stream()
                .filter(slot -> position.mayClose(slot, clock.instant()))
                .toList();
        return InOrder.each(finished, slot -> cql.run(CLOSE, slot));
    }

    private static OutboxRow row(long slot, Row row) {
        return new OutboxRow(
                slot,
                row.getUuid("event_id"),
                row.getString("stream"),
                row.getString("payload"),
                row.getString("push"));
    }
}
