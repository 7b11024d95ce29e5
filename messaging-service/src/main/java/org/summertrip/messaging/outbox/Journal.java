package org.summertrip.messaging.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Facts that need no row in the outbox, because what they are stored in says whether they have left: one write instead of a batch
 * over several partitions. Their slot is open, and names where they are, before they are written.
 */
public interface Journal {
    /** Those that were just written, by whichever replica, or were found by {@link #look}; in order within each subject. */
    Uni<Recent> recent();

    /** Lets the replica that publishes know what this one has just written. */
    Uni<Void> passOn();

    /** Looks a stretch of a slot through for what has not left and is not older than an id. */
    Uni<Stretch> look(long slot, UUID notOlderThan, UUID position);

    /** They have left and will not be given again. */
    Uni<Void> left(List<Departure> departures);

    /**
     * @param more whether there was more than was read
     */
    record Recent(List<Departure> departures, boolean more) {}

    /**
     * @param found whether there was anything
     * @param next the position of the next stretch, null behind the last
     */
    record Stretch(boolean found, UUID next) {}
}
