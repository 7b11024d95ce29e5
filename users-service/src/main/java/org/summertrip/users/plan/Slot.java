package org.summertrip.users.plan;

import java.time.Duration;
import java.time.Instant;

/** A time with a beginning and an end; the end itself is free again. */
record Slot(Instant startsAt, Instant endsAt) {
    static Slot of(Instant start, Duration length) {
        return new Slot(start, start.plus(length));
    }

    boolean overlaps(Slot other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    boolean lies(Slot within) {
        return !startsAt.isBefore(within.startsAt) && !endsAt.isAfter(within.endsAt);
    }
}
