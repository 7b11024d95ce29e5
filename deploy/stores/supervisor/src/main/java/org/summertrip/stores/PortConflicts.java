package org.summertrip.stores;

import java.util.Optional;
import org.summertrip.stores.process.PortHolder;
import org.summertrip.stores.process.Ports;

/** Says who is in the way and what to do about it. */
final class PortConflicts {

    /** For the command line; the options of the API name themselves. */
    static final String VARIABLE = "SUMMER_TRIP_STORES_PORTS";

    private PortConflicts() {}

    static Optional<String> of(Store store, int port) {
        if (Ports.isFree(port)) {
            return Optional.empty();
        }
        String holder = PortHolder.of(port)
                .map(process -> "process %d (%s)"
                        .formatted(process.pid(), process.info().command().orElse("of unknown command")))
                .orElse("another process, which this user cannot see");
        return Optional.of(("Port %d, which %s needs, is taken by %s. Stop that, or choose another port:"
                        + " --port %s=<number> or %s=%s=<number> (Java: Builder.ports or randomPorts).")
                .formatted(port, store.displayName(), holder, store.id(), VARIABLE, store.id()));
    }
}
