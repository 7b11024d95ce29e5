package org.summertrip.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.HashMap;
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

    /** This readiness, clouded by what else is not well: a service that is ready all the same is degraded, not down. */
    ServiceHealth but(ServiceHealth wellness) {
        Map<String, Status> all = new HashMap<>(wellness.stores());
        all.putAll(stores);
        boolean clouded = status == Status.UP && wellness.stores().containsValue(Status.DOWN);
        return new ServiceHealth(clouded ? Status.DEGRADED : status, all);
    }
}
