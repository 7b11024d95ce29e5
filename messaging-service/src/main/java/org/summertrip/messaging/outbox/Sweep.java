package org.summertrip.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;

/**
 * Where the journal has to be gone through because what was just written may not have been heard of: a replica died before it
 * passed that on, or was slow. Every ten seconds that is what is younger than the last time, ten seconds earlier; at first, and
 * after a failure, all open slots, before anything newer leaves. For one caller at a time.
 */
final class Sweep {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    static final UUID FIRST = new UUID(0, 0);

    private final Deque<Long> ahead = new ArrayDeque<>();
    private volatile boolean recovering;
    private volatile Instant due;
    private volatile Instant begun;
    private volatile UUID from;
    private volatile UUID position;

    Sweep(Instant now) {
        startOver(now);
    }

    /** The store failed, or another replica may have been at it: nothing is known. */
    void startOver(Instant now) {
        ahead.clear();
        recovering = true;
        due = now;
        begun = now;
        from = Uuid7.OLDEST;
        position = FIRST;
    }

    /** Begins to go through these slots, in the order of time, if that is due. */
    void begin(List<Long> open, Instant now) {
        if (!ahead.isEmpty() || now.isBefore(due)) {
            return;
        }
        begun = now;
        position = FIRST;
        open.stream().filter(slot -> slot >= Slot.of(from)).sorted().forEach(ahead::add);
        endIfThrough();
    }

    /** Whether nothing may leave yet: what is older might be found. */
    boolean isRecovering() {
        return recovering;
    }

    /** The slot to read on in, or null. */
    Long slot() {
        return ahead.peek();
    }

    UUID from() {
        return from;
    }

    UUID position() {
        return position;
    }

    void read(UUID next) {
        position = next;
        if (next == null) {
            position = FIRST;
            ahead.remove();
            endIfThrough();
        }
    }

    private void endIfThrough() {
        if (ahead.isEmpty()) {
            recovering = false;
            from = Uuid7.floor(begun.minus(OVERLAP));
            due = begun.plus(EVERY);
        }
    }
}
