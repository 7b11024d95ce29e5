package org.summertrip.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a service is.
 *
 * @param stores what it needs, by one name each: postgresql, redis, cassandra, neo4j, s3; empty when it does not answer
 */
@RegisterForReflection
public record ServiceHealth(Status status, Map<String, Status> stores) {
    static final ServiceHealth SILENT = new ServiceHealth(Status.DOWN, Map.of());

    public ServiceHealth {
        stores = Collections.unmodifiableMap(new TreeMap<>(stores));
    }

    /** A service is as well as its best replica, but degraded while another is worse. */
    static ServiceHealth ofReplicas(List<ServiceHealth> replicas) {
        Status best = replicas.stream().map(ServiceHealth::status).reduce(Status.DOWN, ServiceHealth::better);
        boolean even = replicas.stream().allMatch(replica -> replica.status() == best);
        Map<String, Status> stores = new HashMap<>();
        replicas.forEach(
                replica -> replica.stores().forEach((name, of) -> stores.merge(name, of, ServiceHealth::worse)));
        return new ServiceHealth(even ? best : Status.DEGRADED, stores);
    }

    static Status worse(Status one, Status other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Status better(Status one, Status other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** This readiness, clouded by what else is not well: a service that is ready all the same is degraded, not down. */
    ServiceHealth but(ServiceHealth wellness) {
        Map<String, Status> all = new HashMap<>(wellness.stores());
        all.putAll(stores);
        boolean clouded = status == Status.UP && wellness.stores().containsValue(Status.DOWN);
        return new ServiceHealth(clouded ? Status.DEGRADED : status, all);
    }
}
