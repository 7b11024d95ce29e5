package org.summertrip.stores.process;

import java.io.IOException;
import java.time.Duration;

/** Starts programs that may have been unpacked a moment ago. */
public final class Spawn {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TEXT_FILE_BUSY = "error=26";

    private Spawn() {}

    /**
     * Starts it, again and again for a while if the system says "text file busy": another thread forked while we wrote the
     * program, and until that fork becomes its own program it holds the file open for writing.
     */
    public static Process start(ProcessBuilder program) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return program.start();
            } catch (IOException e) {
                boolean busy = e.getMessage() != null && e.getMessage().contains(TEXT_FILE_BUSY);
                if (!busy || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(20);
        }
    }
}
