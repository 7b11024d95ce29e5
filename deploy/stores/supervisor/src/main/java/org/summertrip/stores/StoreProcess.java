package org.summertrip.stores;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.summertrip.stores.engine.Engine;
import org.summertrip.stores.engine.Launch;
import org.summertrip.stores.engine.Site;
import org.summertrip.stores.process.LogTail;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.Ports;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Signals;
import org.summertrip.stores.process.Spawn;
import org.summertrip.stores.process.Watchdog;
import org.summertrip.stores.wire.Answer;

/** The life of one engine under this supervisor: started, awaited, watched, stopped, killed, started again. */
final class StoreProcess {

    /** Generous: a cold start takes seconds on a quiet machine and a minute on one that builds three things besides. */
    private static final Duration START = Duration.ofMinutes(4);

    /** The first stop of an engine also writes its class archive, which takes a while on a busy machine. */
    private static final Duration STOP = Duration.ofSeconds(90);

    private static final long POLL_MILLIS = 100;

    private final Store store;
    private final Engine engine;
    private final Site site;
    private final Watchdog watchdog;
    private final Consumer<String> progress;
    private Process process;
    private boolean wanted = true;
    private volatile Runnable afterwards = () -> {};

    StoreProcess(Store store, Site site, Watchdog watchdog, Consumer<String> progress) {
        this.store = store;
        this.engine = store.engine();
        this.site = site;
        this.watchdog = watchdog;
        this.progress = progress;
    }

    Site site() {
        return site;
    }

    /** Blocks until the store takes its password and answers, and throws an {@link Obstacle} if it never will. */
    void start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        requireFreePort();
        makeDirectories();
        engine.prepare(site);
        Launch launch = engine.launch(site);
        awaitReady(launch(launch));
        afterwards = launch.afterwards();
        say("ready on port %d after %.1f s", site.port(), (System.nanoTime() - begun) / 1e9);
    }

    private void requireFreePort() {
        PortConflicts.of(store, site.port()).ifPresent(conflict -> {
            throw new Obstacle(conflict);
        });
    }

    private void makeDirectories() throws IOException {
        PrivateFiles.deleteTree(site.temporary());
        for (Path directory : new Path[] {site.data(), site.configuration(), site.temporary()}) {
            PrivateFiles.directory(directory);
        }
        PrivateFiles.directory(site.log().getParent());
        if (Files.exists(site.log())) {
            Path previous = site.log().resolveSibling(site.engine() + ".previous.log");
            Files.move(site.log(), previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private synchronized Process launch(Launch launch) throws IOException, InterruptedException {
        if (!wanted) {
            throw new InterruptedException("stopped while starting");
        }
        say("starting on port %d", site.port());
        var builder = new ProcessBuilder(launch.command())
                .directory(site.data().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(site.log().toFile()));
        builder.environment().putAll(launch.environment());
        process = Spawn.start(builder);
        watchdog.watch(process.pid(), engine.stopSignal());
        RunFile.of(process.toHandle(), site.port(), engine.stopSignal()).write(site.runFile());
        process.onExit().thenAccept(this::ended);
        return process;
    }

    private void awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            Answer answer = engine.ask(site);
            if (!started.isAlive()) {
                throw new Obstacle("%s ended with exit code %d while it was starting. %s"
                        .formatted(store.displayName(), started.waitFor(), LogTail.of(site.log())));
            }
            switch (answer.state()) {
                case READY -> {
                    return;
                }
                case REFUSED ->
                    throw new Obstacle(
                            "%s runs, and refuses the password in %s (%s). If that file was lost or exchanged, its data cannot be"
                                            .formatted(
                                                    store.displayName(),
                                                    site.secrets().file(),
                                                    answer.detail())
                                    + " opened any more: remove " + site.data() + " to begin anew.");
                case NOT_YET -> {
                    if (System.nanoTime() > deadline) {
                        throw new Obstacle("%s is not ready after %d s; last it said: %s. %s"
                                .formatted(
                                        store.displayName(),
                                        START.toSeconds(),
                                        answer.detail(),
                                        LogTail.of(site.log())));
                    }
                    Thread.sleep(POLL_MILLIS);
                }
            }
        }
    }

    /** Stops it in good order, also in the middle of its start; nothing starts it again but {@link #startAgain}. */
    void stop() throws InterruptedException {
        Process dying = noLongerWanted();
        if (dying != null) {
            long begun = System.nanoTime();
            if (Signals.stop(RunFile.of(dying.toHandle(), site.port(), engine.stopSignal()), STOP)) {
                afterwards.run();
            }
            ended(dying);
            say("stopped after %.1f s", (System.nanoTime() - begun) / 1e9);
        }
    }

    void kill() throws InterruptedException {
        Process dying = noLongerWanted();
        if (dying != null) {
            Signals.killTree(RunFile.of(dying.toHandle(), site.port(), "KILL"));
            ended(dying);
            awaitFreePort();
        }
    }

    /** A killed process is gone before the kernel has closed what its last threads held open. */
    private void awaitFreePort() throws InterruptedException {
        long deadline = System.nanoTime() + STOP.toNanos();
        while (!Ports.isFree(site.port()) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    private synchronized Process noLongerWanted() {
        wanted = false;
        return process;
    }

    void startAgain() throws IOException, InterruptedException {
        synchronized (this) {
            if (process != null) {
                return;
            }
            wanted = true;
        }
        start();
    }

    /** Called by whoever notices first, and then again. */
    private synchronized void ended(Process dead) {
        watchdog.forget(dead.pid());
        if (process != dead) {
            return;
        }
        process = null;
        try {
            Files.deleteIfExists(site.runFile());
        } catch (IOException e) {
            say("cannot remove %s: %s", site.runFile(), e.getMessage());
        }
        if (wanted) {
            say("ended by itself with exit code %d; see %s", dead.exitValue(), site.log());
        }
    }

    private void say(String format, Object... values) {
        progress.accept("%-10s  %s".formatted(store.displayName(), String.format(Locale.ROOT, format, values)));
    }
}
