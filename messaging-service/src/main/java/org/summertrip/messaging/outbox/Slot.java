package org.summertrip.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.kit.id.Ids;

/** Minutes since 1970, and where they lie among ids. */
final class Slot {
    private static final long MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Slot() {}

    static long of(UUID eventId) {
        return Math.floorDiv(Ids.timeOf(eventId).toEpochMilli(), MILLIS);
    }

    static Instant end(long slot) {
        return Instant.ofEpochMilli((slot + 1) * MILLIS);
    }

    /** The smallest UUIDv7 of a millisecond: every id made then or later is greater. */
    static UUID floor(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }
}
