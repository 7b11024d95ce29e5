package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must become true, instead of for a while. */
final class Deadline {

    private Deadline() {}

    static void within(Duration time, String claim, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                fail("not within " + time.toSeconds() + " s: " + claim);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
