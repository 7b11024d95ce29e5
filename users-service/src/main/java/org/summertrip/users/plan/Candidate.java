package org.summertrip.users.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * An activity that may get a time.
 *
 * @param scheduledAt its own fixed time, or null
 * @param duration null when nobody said
 * @param edited the time that somebody chose for it in the plan, or null
 */
record Candidate(
        UUID id, String title, long likes, long dislikes, Instant scheduledAt, Duration duration, Slot edited) {
    /** Most liked first, then least disliked, then proposed first: always one order, so that plans are stable. */
    static final Comparator<Candidate> BY_RANK = Comparator.comparingLong(Candidate::likes)
            .reversed()
            .thenComparingLong(Candidate::dislikes)
            .thenComparing(Candidate::id);
}
