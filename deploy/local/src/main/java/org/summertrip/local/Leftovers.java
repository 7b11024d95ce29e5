package org.summertrip.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.summertrip.stores.Store;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Signals;

/** What a suite that did not live to stop it left running. Only for the holder of the lock. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leftovers() {}

    /** The services, all at once; the stores' supervisor clears up after its own kind when it starts. */
    public static int stopServices(Home home, Consumer<String> progress) throws InterruptedException {
        var steps = new ArrayList<InParallel.Step>();
        for (Service service : Service.values()) {
            addStop(steps, home.runFile(service), service.id(), progress);
        }
        return stop(steps);
    }

    public static int stopStores(Home home, Consumer<String> progress) throws InterruptedException {
        var steps = new ArrayList<InParallel.Step>();
        for (Store store : Store.values()) {
            addStop(steps, home.storeRunFile(store.id()), store.displayName(), progress);
        }
        return stop(steps);
    }

    private static int stop(List<InParallel.Step> steps) throws InterruptedException {
        InParallel.run(steps);
        return steps.size();
    }

    private static void addStop(List<InParallel.Step> steps, Path runFile, String name, Consumer<String> progress) {
        RunFile.read(runFile)
                .filter(run -> run.process().isPresent())
                .ifPresent(run -> steps.add(() -> {
                    Signals.stop(run, PATIENCE);
                    progress.accept(Line.of(name, "left over from a suite that was killed, stopped"));
                }));
    }
}
