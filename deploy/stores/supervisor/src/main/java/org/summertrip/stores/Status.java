package org.summertrip.stores;

import java.util.Set;
import java.util.function.Consumer;
import org.summertrip.stores.process.ResidentMemory;
import org.summertrip.stores.process.RunFile;
import org.summertrip.stores.process.Secrets;

/** {@code status}: asks every store itself instead of believing the files. */
final class Status {

    private static final String ROW = "%-10s  %-20s  %8s  %6s  %8s";

    private final Instance instance;
    private final Set<Store> stores;
    private final Consumer<String> output;

    Status(Instance instance, Set<Store> stores, Consumer<String> output) {
        this.instance = instance;
        this.stores = stores;
        this.output = output;
    }

    int run() {
        output.accept(instance.directory().toString());
        output.accept(ROW.formatted("store", "state", "process", "port", "memory"));
        boolean allUp = true;
        for (Store store : stores) {
            allUp &= isUp(store);
        }
        return allUp ? 0 : 1;
    }

    private boolean isUp(Store store) {
        RunFile run = instance.running(store)
                .filter(file -> file.process().isPresent())
                .orElse(null);
        if (run == null) {
            output.accept(ROW.formatted(store.displayName(), "down", "-", "-", "-"));
            return false;
        }
        var site = instance.site(store, run.port(), false, new Secrets(instance.secretsFile()));
        var answer = store.engine().ask(site);
        String state = switch (answer.state()) {
            case READY -> "up";
            case NOT_YET -> "starting";
            case REFUSED -> "refuses its password";
        };
        output.accept(ROW.formatted(store.displayName(), state, run.pid(), run.port(), ResidentMemory.of(run.pid())));
        return answer.isReady();
    }
}
