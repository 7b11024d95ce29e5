package org.summertrip.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;

/**
 * Where to read on. Events become visible a little out of the order of their ids: another clock, a slow batch, a batch that is
 * replayed after a crash. So a quick look goes back ten seconds, and every half minute a thorough one goes through all slots
 * that are still open. A slot is closed three minutes after its end, counted anew whenever the store has failed: batches that
 * died with their coordinator are replayed within that time. For one caller at a time.
 */
final class Position {
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration THOROUGH_EVERY = Duration.ofSeconds(30);
    private static final Duration OPEN = Duration.ofMinutes(3);

    private volatile UUID after = Uuid7.floor(Instant.EPOCH);
    private volatile Instant lookStarted;
    private volatile Instant nextThorough;
    private volatile Instant healthySince;
    private volatile boolean thorough;

    Position(Instant now) {
        startOver(now);
    }

    /** The store failed, or another replica may have been at it: nothing is known. */
    void startOver(Instant now) {
        healthySince = now;
        nextThorough = now;
        lookStarted = now;
        thorough = false;
        after = Uuid7.floor(now.minus(OVERLAP));
    }

    /** Begins or continues a look; returns the id behind which to read. */
    UUID next(Instant now) {
        if (!thorough && !now.isBefore(nextThorough)) {
            thorough = true;
            lookStarted = now;
            after = Uuid7.floor(Instant.EPOCH);
        }
        return after;
    }

    /** There is more than was read. */
    void continueAfter(UUID last) {
        after = last;
    }

    /** Everything has been read; whether that went through all open slots. */
    boolean caughtUp(Instant now) {
        boolean all = thorough;
        if (thorough) {
            thorough = false;
            nextThorough = lookStarted.plus(THOROUGH_EVERY);
        }
        after = Uuid7.floor((all ? lookStarted : now).minus(OVERLAP));
        return all;
    }

    boolean mayClose(long slot, Instant now) {
        Instant oldest = now.minus(OPEN);
        return Slot.end(slot).isBefore(oldest) && healthySince.isBefore(oldest);
    }
}
