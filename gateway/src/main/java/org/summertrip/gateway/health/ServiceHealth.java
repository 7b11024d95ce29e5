package org.summertrip.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a service is.
 *
 * @param stores what it needs, by the names it gives them; empty when it does not answer
 */
@RegisterForReflection
public record ServiceHealth(Status status, Map<String, Status> stores) {
    static final ServiceHealth SILENT = new ServiceHealth(Status.DOWN, Map.of());

    public ServiceHealth {
        stores = Collections.unmodifiableMap(new TreeMap<>(stores));
    }
}
