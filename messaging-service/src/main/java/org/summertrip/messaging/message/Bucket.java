package org.summertrip.messaging.message;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.summertrip.kit.id.Ids;

/** Ten days since 1970: which partition of a conversation a message lies in. */
final class Bucket {
    private static final long MILLIS = TimeUnit.DAYS.toMillis(10);

    private Bucket() {}

    static int of(UUID messageId) {
        return Math.toIntExact(Math.floorDiv(Ids.timeOf(messageId).toEpochMilli(), MILLIS));
    }
}
