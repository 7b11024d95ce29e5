package org.summertrip.messaging.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Limits;

/** Thirty days since 1970: which partition of a person's notifications one lies in. */
final class Bucket {
    private static final Duration LENGTH = Duration.ofDays(30);
    /** Ids may come from a clock that is ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Bucket() {}

    static int of(UUID notificationId) {
        return of(Ids.timeOf(notificationId));
    }

    /** Every bucket that can hold something now, newest first. */
    static List<Integer> open(Instant now) {
        int newest = of(now.plus(SKEW));
        int oldest = of(now.minus(Limits.NOTIFICATIONS_KEPT));
        return IntStream.rangeClosed(0, newest - oldest)
                .mapToObj(back -> newest - back)
                .toList();
    }

    private static int of(Instant time) {
        return Math.toIntExact(Math.floorDiv(time.toEpochMilli(), LENGTH.toMillis()));
    }
}
