package org.summertrip.local.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.summertrip.local.Login;
import org.summertrip.local.Service;
import org.summertrip.local.Suite;
import org.summertrip.local.SuiteOptions;
import org.summertrip.local.console.LogFollower;
import org.summertrip.local.console.Palette;
import org.summertrip.local.console.Screen;
import org.summertrip.sampledata.LoadException;
import org.summertrip.sampledata.Loader;
import org.summertrip.sampledata.World;
import org.summertrip.stores.Store;

/** {@code deploy/up}: starts, loads, and stays until it is told to stop. */
final class Up {

    private final Thread main = Thread.currentThread();
    private final UpOptions options;
    private final FutureTask<World> worldInTheMaking;
    private final Palette palette;
    private final Screen screen;
    private volatile Suite suite;
    private volatile boolean stopping;

    Up(UpOptions options, Palette palette) {
        this.options = options;
        this.palette = palette;
        screen = new Screen(Terminal.output(), palette);
        var sample = options.sample();
        worldInTheMaking = new FutureTask<>(() -> World.generate(sample.seed(), sample.people(), LocalDate.now()));
    }

    int run() throws InterruptedException {
        StopSignals.handle(this::stop);
        if (!options.background()) {
            stopWithTheShell();
        }
        try (LogFollower logs = new LogFollower(screen)) {
            runUntilStopped(logs);
        } catch (InterruptedException | RuntimeException e) {
            if (!stopping) {
                throw e;
            }
        }
        screen.progress("stopped");
        return 0;
    }

    private void runUntilStopped(LogFollower logs) throws InterruptedException {
        if (!options.background()) {
            for (Service service : Service.values()) {
                logs.follow(service.id(), options.home().log(service.id()), options.quiet());
            }
        }
        if (options.sample().wanted()) {
            beginWorld();
        }
        suite = Suite.start(suiteOptions());
        try (Suite running = suite) {
            announce(running, logins(running));
            if (!options.background()) {
                for (Store store : Store.values()) {
                    logs.follow(store.id(), options.home().storeLog(store.id()), true);
                }
            }
            new CountDownLatch(1).await();
        }
    }

    /** While the stores leave the second core idle. */
    private void beginWorld() {
        var thread = new Thread(worldInTheMaking, "world");
        thread.setDaemon(true);
        thread.start();
    }

    private static World generated(FutureTask<World> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new LoadException("The sample world cannot be made: " + e.getCause(), e.getCause());
        }
    }

    private SuiteOptions suiteOptions() {
        return SuiteOptions.builder()
                .home(options.home().directory())
                .portOffset(options.portOffset())
                .host(options.host())
                .restart(options.restart())
                .throughput(options.throughput())
                .progress(screen::progress)
                .build();
    }

    /** The shell script forwards signals; if it is killed, nobody is left who could. */
    private void stopWithTheShell() {
        ProcessHandle.current().parent().ifPresent(shell -> shell.onExit().thenRun(this::stop));
    }

    /** While the suite is still starting there is nobody to ask: then the shutdown hooks stop what runs already. */
    private void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        screen.progress("stopping");
        if (suite == null) {
            new Thread(() -> System.exit(0), "exit").start();
        } else {
            main.interrupt();
        }
    }

    private List<Login> logins(Suite running) throws InterruptedException {
        var logins = new ArrayList<Login>();
        if (options.sample().wanted()) {
            logins.add(loadWorld(running));
        }
        logins.add(running.admin());
        return logins;
    }

    private Login loadWorld(Suite running) throws InterruptedException {
        World world = generated(worldInTheMaking);
        boolean loaded = new Loader(
                        world,
                        running.gateway(),
                        running.samplePassword(),
                        line -> screen.progress("sample data: " + line))
                .load();
        if (!loaded) {
            screen.progress("sample data: there already");
        }
        return new Login(world.people().get(0).email(), running.samplePassword());
    }

    private void announce(Suite running, List<Login> logins) throws InterruptedException {
        Instant begun = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        Duration took = Duration.between(begun, Instant.now());
        long memory = new Status(running.home()).table().totalMemory();
        screen.plain(new Banner(palette).of(running, options, logins, took, memory));
    }
}
