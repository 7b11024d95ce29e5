package org.summertrip.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Signals;

/** {@code down}: stops what runs in a directory, be it under a supervisor or left over from a killed one. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instance instance;
    private final Consumer<String> output;

    Down(Instance instance, Consumer<String> output) {
        this.instance = instance;
        this.output = output;
    }

    int run() throws IOException, InterruptedException {
        if (!Files.isDirectory(instance.directory())) {
            output.accept("nothing runs in " + instance.directory());
            return 0;
        }
        boolean supervised = false;
        Optional<DirectoryLock> lock = instance.tryLock();
        if (lock.isEmpty()) {
            supervised = true;
            lock = lockOfEndedSupervisor();
        }
        if (lock.isEmpty()) {
            output.accept("the supervisor of %s does not stop%s; is it another user's?"
                    .formatted(
                            instance.directory(),
                            instance.supervisor()
                                    .map(process -> " (process " + process.pid() + ")")
                                    .orElse("")));
            return 1;
        }
        try {
            List<Store> leftovers = instance.stopLeftovers();
            leftovers.forEach(store -> output.accept("%-10s  left over, stopped".formatted(store.displayName())));
            output.accept(supervised || !leftovers.isEmpty() ? "stopped" : "nothing runs in " + instance.directory());
            return 0;
        } finally {
            lock.get().close();
        }
    }

    /** The lock is the proof: it is free when the supervisor is gone, and it goes last. */
    private Optional<DirectoryLock> lockOfEndedSupervisor() throws InterruptedException {
        instance.supervisor().ifPresent(process -> Signals.send(process.pid(), "TERM"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<DirectoryLock> lock = instance.tryLock();
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(100);
            lock = instance.tryLock();
        }
        return lock;
    }
}
