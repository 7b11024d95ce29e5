package org.summertrip.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to start, where.
 *
 * @param environment what single services get in addition, or instead
 * @param throughput the services' JVMs compile thoroughly: for load tests
 * @param fast the stores may lose data when the machine goes down: for tests
 */
public record SuiteOptions(
        Home home,
        PortPlan ports,
        String host,
        boolean restart,
        boolean throughput,
        boolean fast,
        Map<Service, Map<String, String>> environment,
        Consumer<String> progress) {

    /** Nothing happens before {@link Suite#start}. */
    public static Builder builder() {
        return new Builder();
    }

    Map<String, String> environment(Service service) {
        return environment.getOrDefault(service, Map.of());
    }

    public static final class Builder {

        private final Map<Service, Map<String, String>> environment = new EnumMap<>(Service.class);
        private Path home;
        private PortPlan ports = PortPlan.shifted(0);
        private String host = "127.0.0.1";
        private boolean restart = true;
        private boolean throughput;
        private boolean fast;
        private Consumer<String> progress = line -> {};

        private Builder() {}

        /** Data, logs, secrets; by default {@code .summer-trip} in the checkout. One suite at a time. */
        public Builder home(Path directory) {
            home = directory;
            return this;
        }

        /** Free ports, so that a test can run beside anything. */
        public Builder randomPorts() {
            ports = PortPlan.random();
            return this;
        }

        /** All default ports plus this, so that several suites can run side by side. */
        public Builder portOffset(int offset) {
            ports = PortPlan.shifted(offset);
            return this;
        }

        /** Where the gateway listens; the services and stores stay on 127.0.0.1. */
        public Builder host(String address) {
            host = address;
            return this;
        }

        public Builder environment(String service, String name, String value) {
            environment
                    .computeIfAbsent(Service.byId(service), anyService -> new HashMap<>())
                    .put(name, value);
            return this;
        }

        /** Whether what dies by itself is started again; what {@link Suite#kill} kills never is. */
        public Builder restart(boolean wanted) {
            restart = wanted;
            return this;
        }

        /** Trades a quick start of the services for speed afterwards: for load tests. */
        public Builder throughput(boolean wanted) {
            throughput = wanted;
            return this;
        }

        /** Trades the stores' durability for speed. */
        public Builder fast() {
            fast = true;
            return this;
        }

        /** Called with one line at a time, from several threads. */
        public Builder progress(Consumer<String> line) {
            progress = line;
            return this;
        }

        public SuiteOptions build() {
            Home where = home == null ? Home.ofCheckout() : Home.at(home);
            return new SuiteOptions(where, ports, host, restart, throughput, fast, environment, progress);
        }
    }
}
