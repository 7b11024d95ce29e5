package org.summertrip.local;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.summertrip.stores.Store;
import org.summertrip.stores.StoreStartException;
import org.summertrip.stores.Stores;
import org.summertrip.stores.process.RunFile;

/** Notices that a store is gone and starts it again. Its supervisor only reports, because its tests want the outage. */
final class StoreWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<Store, Restarts.Patience> patience = new EnumMap<>(Store.class);
    private final Set<Store> pending = EnumSet.noneOf(Store.class);
    private final Stores stores;
    private final SuiteOptions options;
    private final Restarts restarts;

    StoreWatch(Stores stores, SuiteOptions options, Restarts restarts) {
        this.stores = stores;
        this.options = options;
        this.restarts = restarts;
        for (Store store : Store.values()) {
            patience.put(store, new Restarts.Patience());
        }
    }

    void begin() {
        restarts.every(INTERVAL, this::look);
    }

    private synchronized void look() {
        for (Store store : Store.values()) {
            boolean runs = RunFile.read(options.home().storeRunFile(store.id()))
                    .flatMap(RunFile::process)
                    .isPresent();
            if (!runs && pending.add(store)) {
                Duration pause = patience.get(store).next(System.nanoTime());
                say(store, "starting again in " + pause.toSeconds() + " s");
                restarts.after(pause, () -> revive(store));
            }
        }
    }

    private void revive(Store store) {
        try {
            stores.start(store);
        } catch (StoreStartException e) {
            say(store, "did not come back: " + e.getMessage());
        } finally {
            synchronized (this) {
                pending.remove(store);
            }
        }
    }

    private void say(Store store, String text) {
        options.progress().accept(Line.of(store.displayName(), text));
    }
}
