package org.summertrip.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.summertrip.stores.process.LogTail;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Signals;
import org.summertrip.stores.process.Watchdog;

/** The life of one service: started, awaited, watched, stopped, killed, started again. */
final class ServiceProcess {

    /** Generous: seconds on a quiet machine, a minute on one that builds three things besides. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 200;

    private final Service service;
    private final Home home;
    private final int port;
    private final int readinessPort;
    private final List<String> command;
    private final Watchdog watchdog;
    private final Health health;
    private final Consumer<String> progress;
    private Process process;
    private long begun;
    private volatile Runnable unexpectedEnd = () -> {};
    private boolean wanted = true;

    ServiceProcess(Service service, SuiteOptions options, List<String> command, Watchdog watchdog, Health health) {
        this.service = service;
        this.home = options.home();
        this.port = options.ports().of(service);
        this.readinessPort = options.ports().readiness(service);
        this.command = command;
        this.watchdog = watchdog;
        this.health = health;
        this.progress = options.progress();
    }

    Service service() {
        return service;
    }

    /** What to do when it ends without having been told to. */
    void onUnexpectedEnd(Runnable action) {
        unexpectedEnd = action;
    }

    /** Only launches; see {@link #awaitReady}. */
    synchronized void launch(Map<String, String> environment) {
        if (process != null || !wanted) {
            return;
        }
        begun = System.nanoTime();
        Path log = home.log(service.id());
        try {
            if (Files.exists(log)) {
                Path previous = log.resolveSibling(service.id() + ".previous.log");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command)
                    .directory(home.directory().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new SuiteException("Cannot start %s: %s".formatted(service.id(), e.getMessage()), e);
        }
        watchdog.watch(process.pid(), "TERM");
        RunFile.of(process.toHandle(), port, "TERM").write(home.runFile(service));
        process.onExit().thenAccept(this::ended);
        say("starting on port %d", port);
    }

    /** Throws if it ends instead, or takes too long. */
    void awaitReady() throws InterruptedException {
        Process awaited;
        long since;
        synchronized (this) {
            awaited = process;
            since = begun;
        }
        long deadline = System.nanoTime() + START.toNanos();
        Health.Reply reply = health.readiness(readinessPort);
        while (!reply.isUp()) {
            if (awaited == null || !awaited.isAlive()) {
                throw new SuiteException("%s ended%s while it was starting. %s"
                        .formatted(
                                service.id(),
                                awaited == null ? "" : " with exit code " + awaited.exitValue(),
                                LogTail.of(home.log(service.id()))));
            }
            if (System.nanoTime() > deadline) {
                throw new SuiteException("%s is not ready after %d s; last it said: %s. %s"
                        .formatted(service.id(), START.toSeconds(), reply, LogTail.of(home.log(service.id()))));
            }
            Thread.sleep(POLL_MILLIS);
            reply = health.readiness(readinessPort);
        }
        say("ready on port %d after %.1f s", port, (System.nanoTime() - since) / 1e9);
    }

    /** Stops it in good order, also in the middle of its start. */
    void stop() throws InterruptedException {
        Process dying = noLongerWanted();
        if (dying != null) {
            long since = System.nanoTime();
            Signals.stop(RunFile.of(dying.toHandle(), port, "TERM"), STOP);
            ended(dying);
            say("stopped after %.1f s", (System.nanoTime() - since) / 1e9);
        }
    }

    void kill() throws InterruptedException {
        Process dying = noLongerWanted();
        if (dying != null) {
            Signals.killTree(RunFile.of(dying.toHandle(), port, "KILL"));
            ended(dying);
        }
    }

    private synchronized Process noLongerWanted() {
        wanted = false;
        return process;
    }

    synchronized void wantAgain() {
        wanted = true;
    }

    /** Called by whoever notices first, and then again. */
    private void ended(Process dead) {
        Runnable action = unexpectedEnd;
        synchronized (this) {
            watchdog.forget(dead.pid());
            if (process != dead) {
                return;
            }
            process = null;
            deleteRunFile();
            if (!wanted) {
                return;
            }
        }
        say("ended by itself with exit code %d; see %s", dead.exitValue(), home.log(service.id()));
        action.run();
    }

    private void deleteRunFile() {
        try {
            Files.deleteIfExists(home.runFile(service));
        } catch (IOException e) {
            say("cannot remove %s: %s", home.runFile(service), e.getMessage());
        }
    }

    void say(String format, Object... values) {
        progress.accept(Line.of(service.id(), String.format(Locale.ROOT, format, values)));
    }
}
