package org.summertrip.local;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts again what ended by itself: after two seconds, and each time in a row after twice as long, because what dies at
 * every start should not keep the machine busy. A minute of life makes that forgotten.
 */
final class Restarts implements AutoCloseable {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Each start is waited for; that one component takes long should not keep the others down. */
    private static final int THREADS = 4;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS, task -> {
        var thread = new Thread(task, "restarts");
        thread.setDaemon(true);
        return thread;
    });

    /** One of these per component. */
    static final class Patience {

        private Duration pause = FIRST;
        private long lastEnd;

        synchronized Duration next(long now) {
            boolean livedLong = lastEnd != 0 && now - lastEnd > LONGEST.toNanos() + pause.toNanos();
            Duration next = livedLong ? FIRST : pause;
            Duration doubled = next.multipliedBy(2);
            pause = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
            lastEnd = now;
            return next;
        }
    }

    void after(Duration pause, Runnable action) {
        if (!clock.isShutdown()) {
            clock.schedule(action, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void every(Duration interval, Runnable action) {
        clock.scheduleWithFixedDelay(action, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
