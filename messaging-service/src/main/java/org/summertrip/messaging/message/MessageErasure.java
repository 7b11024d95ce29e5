package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.erasure.Erasable;
import org.summertrip.messaging.message.Traces.Trace;

/**
 * Blanks what somebody wrote, where it lies, and takes back their reactions. Each trace goes after what it leads to, so an
 * interrupted run is continued where it stopped. Nobody is told of each message: that would be as many pushes as the person
 * wrote messages, times everybody who could read them.
 */
@Singleton
@Priority(90)
class MessageErasure implements Erasable {
    private static final int AT_ONCE = 32;

    private final Traces traces;
    private final MessageStore store;
    private final MessageWrites writes;
    private final SendKeys keys;
    private final Cql cql;
    private final Clock clock;

    MessageErasure(Traces traces, MessageStore store, MessageWrites writes, SendKeys keys, Cql cql, Clock clock) {
        this.traces = traces;
        this.store = store;
        this.writes = writes;
        this.keys = keys;
        this.cql = cql;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "messages";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        Set<Place> seen = new HashSet<>();
        return traces.of(userId)
                .onItem()
                .transformToUniAndConcatenate(trace -> erase(trace, seen.add(trace.place())))
                .collect()
                .with(Collectors.summingLong(count -> count))
                .call(count -> keys.forget(userId));
    }

    /** How many messages of theirs were where a trace leads; none where an earlier trace has led. */
    private Uni<Long> erase(Trace trace, boolean first) {
        Uni<Long> count =
                first ? erase(trace.place(), trace.userId()) : Uni.createFrom().item(0L);
        return count.call(erased -> traces.forget(trace));
    }

    private Uni<Long> erase(Place place, UUID userId) {
        return store.all(place.conversationId(), place.bucket())
                .onItem()
                .transformToUni(stored -> blank(stored, userId))
                .merge(AT_ONCE)
                .filter(wrote -> wrote)
                .collect()
                .with(Collectors.counting());
    }

    /** Whether it was a message of theirs; otherwise they have at most reacted. */
    private Uni<Boolean> blank(Stored stored, UUID userId) {
        Instant now = clock.instant();
        List<Write> together = new ArrayList<>();
        if (stored.isFrom(userId)) {
            together.addAll(writes.forgettingSender(stored, now));
        }
        Set<String> reactions = stored.reactionsOf(userId);
        if (!reactions.isEmpty()) {
            together.addAll(writes.unreacting(stored, reactions));
        }
        return together.isEmpty()
                ? Uni.createFrom().item(false)
                : cql.atomically(together)
                        .invoke(() -> store.changed(stored.conversationId()))
                        .replaceWith(stored.isFrom(userId));
    }
}
