package org.summertrip.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.summertrip.stores.Store;
import org.summertrip.stores.process.PortHolder;
import org.summertrip.stores.process.Ports;

/**
 * Who listens where.
 *
 * @param management of the gateway, which keeps its own health and metrics off the public port
 */
record PortPlan(Map<Service, Integer> services, int management, Map<Store, Integer> stores) {

    static final int MANAGEMENT = 9000;
    private static final int HIGHEST = 65_535;

    static PortPlan shifted(int offset) {
        var services = new EnumMap<Service, Integer>(Service.class);
        var stores = new EnumMap<Store, Integer>(Store.class);
        for (Service service : Service.values()) {
            services.put(service, service.defaultPort() + offset);
        }
        for (Store store : Store.values()) {
            stores.put(store, store.defaultPort() + offset);
        }
        var plan = new PortPlan(services, MANAGEMENT + offset, stores);
        if (plan.all().stream().anyMatch(port -> port < 1 || port > HIGHEST)) {
            throw new SuiteException("With a port offset of %d not all ports lie between 1 and %d: it may be %d to %d."
                    .formatted(offset, HIGHEST, 1 - Service.GATEWAY.defaultPort(), HIGHEST - highestDefault()));
        }
        return plan;
    }

    static PortPlan random() {
        var taken = new HashSet<Integer>();
        var services = new EnumMap<Service, Integer>(Service.class);
        var stores = new EnumMap<Store, Integer>(Store.class);
        for (Service service : Service.values()) {
            services.put(service, fresh(taken));
        }
        for (Store store : Store.values()) {
            stores.put(store, fresh(taken));
        }
        return new PortPlan(services, fresh(taken), stores);
    }

    private static int fresh(Set<Integer> taken) {
        int port = Ports.random();
        while (!taken.add(port)) {
            port = Ports.random();
        }
        return port;
    }

    private static int highestDefault() {
        int highest = MANAGEMENT;
        for (Store store : Store.values()) {
            highest = Math.max(highest, store.defaultPort());
        }
        return highest;
    }

    int of(Service service) {
        return services.get(service);
    }

    /** Where the service tells whether it is ready. */
    int readiness(Service service) {
        return service == Service.GATEWAY ? management : of(service);
    }

    private List<Integer> all() {
        var all = new ArrayList<>(services.values());
        all.addAll(stores.values());
        all.add(management);
        return all;
    }

    /** All at once: to find the second taken port after having freed the first one is no fun. */
    void requireFreeForServices() {
        var faults = new ArrayList<String>();
        services.forEach((service, port) -> addFault(faults, service.id(), port));
        addFault(faults, "the gateway's management", management);
        if (!faults.isEmpty()) {
            throw new SuiteException(
                    String.join("\n", faults) + "\nStop that, or shift all ports with --port-offset <number>.");
        }
    }

    private static void addFault(List<String> faults, String who, int port) {
        if (!Ports.isFree(port)) {
            faults.add("Port %d, which %s needs, is taken by %s.".formatted(port, who, holder(port)));
        }
    }

    private static String holder(int port) {
        return PortHolder.of(port)
                .map(process -> "process %d (%s)"
                        .formatted(process.pid(), process.info().command().orElse("of unknown command")))
                .orElse("another process, which this user cannot see");
    }
}
