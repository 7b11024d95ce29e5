package org.summertrip.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.kit.id.Ids;

/** Minutes since 1970. */
final class Slot {
    private static final long MILLIS = TimeUnit.MINUTES.toMillis(1);

    private Slot() {}

    static long of(UUID eventId) {
        return Math.floorDiv(Ids.timeOf(eventId).toEpochMilli(), MILLIS);
    }

    static Instant end(long slot) {
        return Instant.ofEpochMilli((slot + 1) * MILLIS);
    }
}
