package org.summertrip.graph.bulk;

import java.time.Duration;
import java.util.Locale;

/** Lines that say how far it is, how fast, and how long it will take. */
final class Progress {
    private static final long PAUSE = Duration.ofSeconds(2).toNanos();

    private final String what;
    private final long all;
    private final long begun = System.nanoTime();
    private long done;
    private long told = begun;

    Progress(String what, long all) {
        this.what = what;
        this.all = all;
    }

    void advance(long count) {
        done += count;
        long now = System.nanoTime();
        if (now - told >= PAUSE || done == all) {
            told = now;
            System.out.println(line((now - begun) / 1e9));
        }
    }

    private String line(double seconds) {
        double rate = done / Math.max(seconds, 1e-3);
        long left = Math.round((all - done) / Math.max(rate, 1e-3));
        return String.format(
                Locale.ROOT,
                "%-12s %,10d / %,10d  %5.1f %%  %,8.0f/s  %4.0f s gone  %4d s left",
                what,
                done,
                all,
                100.0 * done / Math.max(all, 1),
                rate,
                seconds,
                left);
    }
}
