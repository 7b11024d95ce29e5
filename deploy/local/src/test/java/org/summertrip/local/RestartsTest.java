package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private final Restarts.Patience patience = new Restarts.Patience();

    @Test
    void waitTwiceAsLongEachTimeUpToAMinute() {
        long now = 1;

        for (int expected : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            assertEquals(Duration.ofSeconds(expected), patience.next(now));
            now += TimeUnit.SECONDS.toNanos(expected + 3);
        }
    }

    @Test
    void forgetAfterALongLife() {
        patience.next(1);
        patience.next(TimeUnit.SECONDS.toNanos(5));

        assertEquals(Duration.ofSeconds(2), patience.next(TimeUnit.MINUTES.toNanos(10)));
    }
}
