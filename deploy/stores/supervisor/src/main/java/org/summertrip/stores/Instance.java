package org.summertrip.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.summertrip.stores.engine.Site;
import org.summertrip.stores.process.DirectoryLock;
import org.summertrip.stores.process.Installation;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Secrets;
import org.summertrip.stores.process.Signals;

/** A directory as an instance of the stores: which files mean what, and what a dead supervisor left running in it. */
record Instance(Path directory) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Instance at(Path directory) {
        return new Instance(directory.toAbsolutePath().normalize());
    }

    static Path defaultDirectory() {
        return Installation.find().root().resolve(".summer-trip/stores");
    }

    /** Data, passwords and sockets are nobody else's business, hence private from the first moment. */
    void create() {
        try {
            PrivateFiles.directory(directory);
        } catch (IOException e) {
            throw new Obstacle("Cannot create " + directory + " (" + e + "): choose another with --directory.", e);
        }
        if (!Files.isWritable(directory)) {
            throw new Obstacle(directory + " is not writable for " + System.getProperty("user.name")
                    + ": choose another with --directory, or give it to this user.");
        }
    }

    DirectoryLock lock() {
        return tryLock()
                .orElseThrow(() -> new Obstacle("Another supervisor%s runs in %s. Stop it with"
                                .formatted(
                                        supervisor()
                                                .map(process -> " (process " + process.pid() + ")")
                                                .orElse(""),
                                        directory)
                        + " 'deploy/stores/stores down --directory " + directory + "', or use another directory."));
    }

    Optional<DirectoryLock> tryLock() {
        return DirectoryLock.tryLock(directory.resolve("lock"));
    }

    Path supervisorFile() {
        return directory.resolve("run/supervisor");
    }

    Path environmentFile() {
        return directory.resolve("environment");
    }

    Optional<ProcessHandle> supervisor() {
        return RunFile.read(supervisorFile()).flatMap(RunFile::process);
    }

    Site site(Store store, int port, boolean fast, Secrets secrets) {
        return new Site(store.engine().folder(), directory, port, fast, secrets, Installation.find());
    }

    Path secretsFile() {
        return directory.resolve("secrets");
    }

    Optional<RunFile> running(Store store) {
        return RunFile.read(runFile(store));
    }

    private Path runFile(Store store) {
        return directory.resolve("run").resolve(store.engine().folder());
    }

    /** Stops, all at once, the engines whose supervisor did not live to do it. Only for the holder of the lock. */
    List<Store> stopLeftovers() throws IOException, InterruptedException {
        var found = new ArrayList<Store>();
        var stopping = new ArrayList<Thread>();
        for (Store store : Store.values()) {
            Optional<RunFile> running =
                    running(store).filter(run -> run.process().isPresent());
            if (running.isPresent()) {
                found.add(store);
                stopping.add(thread(store, running.get()));
            }
        }
        for (Thread thread : stopping) {
            thread.join();
        }
        for (Store store : found) {
            if (running(store).flatMap(RunFile::process).isPresent()) {
                throw new Obstacle("%s from an earlier run does not stop (process %d). Is it another user's?"
                        .formatted(store.displayName(), running(store).get().pid()));
            }
        }
        for (Store store : Store.values()) {
            Files.deleteIfExists(runFile(store));
        }
        return found;
    }

    private static Thread thread(Store store, RunFile run) {
        var thread = new Thread(
                () -> {
                    try {
                        Signals.stop(run, PATIENCE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-" + store.id());
        thread.start();
        return thread;
    }
}
