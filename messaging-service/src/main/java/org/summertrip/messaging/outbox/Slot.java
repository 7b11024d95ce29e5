package org.summertrip.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.kit.id.Ids;

/** Minutes since 1970: what leaves is kept by them. */
public final class Slot {
    private static final long MILLIS = TimeUnit.MINUTES.toMillis(1);

    private Slot() {}

    /** The one in which an id was made. */
    public static long of(UUID id) {
        return of(Ids.timeOf(id));
    }

    public static long of(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MILLIS);
    }

    public static Instant start(long slot) {
        return Instant.ofEpochMilli(slot * MILLIS);
    }

    public static Instant end(long slot) {
        return start(slot + 1);
    }
}
