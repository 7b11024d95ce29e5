package org.summertrip.local.command;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.summertrip.local.Home;
import org.summertrip.local.Leftovers;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Signals;

/** {@code deploy/down}: stops the suite of a home, be it under a launcher or left over from a killed one. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Home home;
    private final Consumer<String> output;

    Down(Home home, Consumer<String> output) {
        this.home = home;
        this.output = output;
    }

    int run() throws InterruptedException {
        if (!Files.isDirectory(home.directory())) {
            output.accept("Nothing runs in " + home.directory());
            return 0;
        }
        long begun = System.nanoTime();
        Optional<DirectoryLock> lock = home.tryLock();
        boolean launched = lock.isEmpty();
        if (launched) {
            lock = lockOfEndedLauncher();
        }
        if (lock.isEmpty()) {
            output.accept("The launcher of %s does not stop%s; is it another user's?"
                    .formatted(
                            home.directory(),
                            home.launcher()
                                    .map(process -> " (process " + process.pid() + ")")
                                    .orElse("")));
            return 1;
        }
        try {
            int leftovers = Leftovers.stopServices(home, output) + Leftovers.stopStores(home, output);
            output.accept(
                    launched || leftovers > 0
                            ? "Stopped after %.1f s".formatted((System.nanoTime() - begun) / 1e9)
                            : "Nothing runs in " + home.directory());
            return 0;
        } finally {
            lock.get().close();
        }
    }

    /** The lock is the proof: it is free when the launcher is gone, and it goes last. */
    private Optional<DirectoryLock> lockOfEndedLauncher() throws InterruptedException {
        home.launcher().ifPresent(process -> {
            output.accept("Stopping the suite in " + home.directory() + " (process " + process.pid() + ")");
            Signals.send(process.pid(), "TERM");
        });
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<DirectoryLock> lock = home.tryLock();
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            lock = home.tryLock();
        }
        return lock;
    }
}
