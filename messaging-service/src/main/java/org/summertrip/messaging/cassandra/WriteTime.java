package org.summertrip.messaging.cassandra;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The timestamp of a write that projects an event: the time of the fact rather than of its arrival. Cassandra itself then keeps
 * the latest fact, however often and in whatever order events come; no read before the write, no version column.
 *
 * <p>Facts are known to the millisecond, Cassandra compares microseconds: the rank uses the room between to decide ties
 * between kinds of facts. What takes away has the highest rank, and at equal timestamps a deletion wins anyway, so that in
 * doubt somebody is out rather than in. A deletion is remembered for {@code gc_grace_seconds} (ten days), longer than any
 * stream keeps an event that has been delivered.
 */
public final class WriteTime {
    private WriteTime() {}

    /**
     * Microseconds for {@code USING TIMESTAMP}.
     *
     * @param rank 0–999: of two facts of one millisecond the higher one stays
     */
    public static long of(Instant fact, int rank) {
        return TimeUnit.MILLISECONDS.toMicros(fact.toEpochMilli()) + rank;
    }
}
