package org.summertrip.stores;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.Ports;

/**
 * Running stores. They stop with {@link #close}, with the JVM, and also when the JVM is killed.
 *
 * <pre>{@code
 * try (Stores stores = Stores.builder().directory(temporary).only(Store.REDIS).randomPorts().fast().start()) {
 *     String hosts = stores.environment().get("REDIS_HOSTS");
 * }
 * }</pre>
 */
public final class Stores implements AutoCloseable {

    private final Supervisor supervisor;

    private Stores(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Where the started stores are and how to get in, under the names that the services are configured with. */
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        supervisor
                .processes()
                .forEach((store, process) -> environment.putAll(store.engine().environment(process.site())));
        return environment;
    }

    public int port(Store store) {
        return process(store).site().port();
    }

    /** SIGKILL, for tests of what happens then. Returns when the engine is gone. */
    public void kill(Store store) {
        supervisor.call(() -> {
            process(store).kill();
            return null;
        });
    }

    /** Starts a killed store again, with its port and its data, and waits until it is ready. */
    public void start(Store store) {
        supervisor.call(() -> {
            process(store).startAgain();
            return null;
        });
    }

    private StoreProcess process(Store store) {
        StoreProcess process = supervisor.processes().get(store);
        if (process == null) {
            throw new IllegalArgumentException(store + " is not among the started stores "
                    + supervisor.processes().keySet());
        }
        return process;
    }

    /** Stops everything in good order and waits for it; a second call does nothing. */
    @Override
    public void close() {
        supervisor.close();
    }

    /** What to start, where; nothing happens before {@link #start}. */
    public static final class Builder {

        private final Map<Store, Integer> ports = new EnumMap<>(Store.class);
        private Set<Store> wanted = EnumSet.allOf(Store.class);
        private Consumer<String> progress = line -> {};
        private Path directory;
        private boolean fast;

        private Builder() {
            for (Store store : Store.values()) {
                ports.put(store, store.defaultPort());
            }
        }

        /** Data, logs, passwords; by default {@code .summer-trip/stores} in the checkout. One supervisor at a time. */
        public Builder directory(Path dir) {
            directory = dir;
            return this;
        }

        public Builder only(Store... stores) {
            wanted = EnumSet.copyOf(Arrays.asList(stores));
            return this;
        }

        public Builder ports(Map<Store, Integer> overrides) {
            ports.putAll(overrides);
            return this;
        }

        /** Free ports, so that a test can run beside anything. */
        public Builder randomPorts() {
            Iterator<Integer> free = Stream.generate(Ports::random)
                    .distinct()
                    .limit(ports.size())
                    .iterator();
            ports.replaceAll((store, port) -> free.next());
            return this;
        }

        /** Data may be lost if the machine, not only the process, goes down: for tests. */
        public Builder fast() {
            fast = true;
            return this;
        }

        /** Called with one line at a time, from several threads. */
        public Builder progress(Consumer<String> line) {
            progress = line;
            return this;
        }

        /** Blocks until every store is ready, or stops them all and throws. */
        public Stores start() {
            try {
                Instance instance = Instance.at(directory == null ? Instance.defaultDirectory() : directory);
                return new Stores(Supervisor.start(instance, wanted, ports, fast, progress));
            } catch (Obstacle obstacle) {
                throw new StoreStartException(obstacle.getMessage(), obstacle);
            }
        }
    }
}
