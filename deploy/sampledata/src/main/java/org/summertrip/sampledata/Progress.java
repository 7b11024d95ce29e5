package org.summertrip.sampledata;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** How far one step is: a line when it is done, and one every few seconds while it takes its time. */
final class Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private final String step;
    private final int total;
    private final Consumer<String> lines;
    private final long startedAt = System.nanoTime();
    private long lastLineAt = startedAt;
    private int done;

    Progress(String step, int total, Consumer<String> lines) {
        this.step = step;
        this.total = total;
        this.lines = lines;
    }

    synchronized void advance() {
        done++;
        long now = System.nanoTime();
        if (done == total || now - lastLineAt >= INTERVAL.toNanos()) {
            lastLineAt = now;
            double seconds = Math.max((now - startedAt) / 1e9, 0.001);
            lines.accept(String.format(
                    Locale.ROOT, "%-13s %4d/%-4d %6.1f/s %6.1f s", step, done, total, done / seconds, seconds));
        }
    }
}
