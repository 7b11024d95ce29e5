package org.summertrip.gateway.health;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How the suite is. */
@RegisterForReflection
public record Health(Status status, Map<String, ServiceHealth> services) {
    public Health {
        services = Collections.unmodifiableMap(new TreeMap<>(services));
    }

    static Health of(Map<String, ServiceHealth> services) {
        return new Health(overall(services.values()), services);
    }

    private static Status overall(Collection<ServiceHealth> services) {
        if (services.stream().allMatch(service -> service.status() == Status.UP)) {
            return Status.UP;
        }
        boolean nothingWorks = services.stream().allMatch(service -> service.status() == Status.DOWN);
        return nothingWorks ? Status.DOWN : Status.DEGRADED;
    }
}
