package org.summertrip.messaging.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.InOrder;

/**
 * Lets out what waits in the outbox and in the journal, in order, and has it forgotten. A crash in between publishes again, with
 * the same event id.
 */
@Singleton
class CassandraOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(CassandraOutbox.class);

    private final OutboxTable table;
    private final Journal journal;
    private final HandOvers handOvers;
    private final Clock clock;
    private final Leadership leadership;
    private final Position position;
    private final Sweep sweep;
    private volatile boolean leading;
    private volatile boolean draining;
    private volatile boolean stopping;

    CassandraOutbox(OutboxTable table, Journal journal, HandOvers handOvers, Leadership leadership, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.handOvers = handOvers;
        this.clock = clock;
        this.leadership = leadership;
        this.position = new Position(clock.instant());
        this.sweep = new Sweep(clock.instant());
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return Uni.createFrom()
                .deferred(this::begin)
                .invoke(this::noteChange)
                .flatMap(ours ->
                        ours ? drainOnce(max, publish) : journal.passOn().replaceWith(0))
                .onFailure()
                .invoke(this::startOver)
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
            startOver();
        }
        leading = ours;
    }

    private void startOver() {
        Instant now = clock.instant();
        position.startOver(now);
        sweep.startOver(now);
    }

    private Uni<Integer> drainOnce(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        Instant now = clock.instant();
        UUID after = position.next(now);
        return table.openSlots(Slot.of(Uuid7.earlier(after, sweep.from()))).flatMap(slots -> {
            sweep.begin(slots, now);
            return sweepOn()
                    .flatMap(swept ->
                            sweep.isRecovering() ? Uni.createFrom().item(max) : drainNews(slots, after, max, publish));
        });
    }

    /** One stretch of where something may have been missed. */
    private Uni<Void> sweepOn() {
        Long slot = sweep.slot();
        return slot == null
                ? Uni.createFrom().voidItem()
                : journal.look(slot, sweep.from(), sweep.position())
                        .invoke(stretch -> sweep.read(stretch.next()))
                        .replaceWithVoid();
    }

    /** Rows before the journal, so that nobody is told of a change of what they are told of later. */
    private Uni<Integer> drainNews(
            List<Long> slots, UUID after, int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return table.read(slots, after, max)
                .flatMap(rows -> journal.recent()
                        .flatMap(recent -> letOut(rows, recent.departures(), max, publish)
                                .flatMap(out -> moveOn(rows, slots, max))
                                .map(moved -> recent.more() || sweep.slot() != null ? max : rows.size())));
    }

    private Uni<Void> letOut(
            List<OutboxRow> rows, List<Departure> journaled, int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        Map<UUID, OutboxRow> rowOf =
                rows.stream().collect(Collectors.toMap(row -> row.departure().id(), row -> row, (one, same) -> one));
        List<Departure> departures = Stream.concat(rows.stream().map(OutboxRow::departure), journaled.stream())
                .sorted(Comparator.comparing(Departure::id, Uuid7::compare))
                .toList();
        List<List<Departure>> bundles = new ArrayList<>();
        for (int from = 0; from < departures.size(); from += max) {
            bundles.add(departures.subList(from, Math.min(departures.size(), from + max)));
        }
        return InOrder.each(bundles, bundle -> letOut(bundle, rowOf, publish));
    }

    private Uni<Void> letOut(
            List<Departure> bundle, Map<UUID, OutboxRow> rowOf, Function<List<OutboxEvent>, Uni<Void>> publish) {
        if (!leadership.holds()) {
            return Uni.createFrom().failure(new IllegalStateException("the lease ran out before publishing"));
        }
        Map<Boolean, List<Departure>> inTable =
                bundle.stream().collect(Collectors.partitioningBy(departure -> rowOf.containsKey(departure.id())));
        return publishEvents(bundle, publish)
                .flatMap(published -> handOvers.take(bundle))
                .flatMap(taken -> table.delete(inTable.get(true).stream()
                        .map(departure -> rowOf.get(departure.id()))
                        .toList()))
                .flatMap(deleted -> journal.left(inTable.get(false)))
                .invoke(() -> handOvers.forget(bundle));
    }

    private static Uni<Void> publishEvents(List<Departure> departures, Function<List<OutboxEvent>, Uni<Void>> publish) {
        List<OutboxEvent> events = departures.stream()
                .map(Departure::event)
                .filter(Objects::nonNull)
                .toList();
        return events.isEmpty() ? Uni.createFrom().voidItem() : publish.apply(events);
    }

    private Uni<Void> moveOn(List<OutboxRow> rows, List<Long> slots, int max) {
        if (rows.size() == max) {
            position.continueAfter(rows.get(max - 1).departure().id());
            return Uni.createFrom().voidItem();
        }
        if (!position.caughtUp(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        List<Long> finished = slots.stream()
                .filter(slot -> position.mayClose(slot, clock.instant()))
                .toList();
        return InOrder.each(finished, this::close);
    }

    /** With something in it that has not left it stays open, and everything is gone through again. */
    private Uni<Void> close(long slot) {
        return isThrough(slot, Sweep.FIRST).flatMap(through -> {
            if (through) {
                return table.close(slot);
            }
            sweep.startOver(clock.instant());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Boolean> isThrough(long slot, UUID position) {
        return journal.look(slot, Uuid7.OLDEST, position)
                .flatMap(stretch -> stretch.found() || stretch.next() == null
                        ? Uni.createFrom().item(!stretch.found())
                        : isThrough(slot, stretch.next()));
    }
}
