package org.summertrip.stores;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.summertrip.stores.engine.Cassandra;
import org.summertrip.stores.engine.Engine;
import org.summertrip.stores.engine.Neo4j;
import org.summertrip.stores.engine.Postgresql;
import org.summertrip.stores.engine.Redis;
import org.summertrip.stores.engine.S3;

/**
 * The stores of the suite. Default ports are the usual ones plus ten thousand, so that an engine that the machine
 * already runs is not in the way.
 */
public enum Store {
    POSTGRESQL("PostgreSQL", 15432, new Postgresql()),
    CASSANDRA("Cassandra", 19042, new Cassandra()),
    NEO4J("Neo4j", 17687, new Neo4j()),
    REDIS("Redis", 16379, new Redis()),
    S3("S3", 19000, new S3());

    private final String displayName;
    private final int defaultPort;
    private final Engine engine;

    Store(String displayName, int defaultPort, Engine engine) {
        this.displayName = displayName;
        this.defaultPort = defaultPort;
        this.engine = engine;
    }

    public String displayName() {
        return displayName;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The name on command lines, and of the folder under {@code deploy/stores}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every name that {@link #byId} understands, for usage texts. */
    public static String ids() {
        return Arrays.stream(values()).map(Store::id).collect(Collectors.joining(", "));
    }

    public static Optional<Store> byId(String id) {
        return Arrays.stream(values()).filter(store -> store.id().equals(id)).findFirst();
    }

    Engine engine() {
        return engine;
    }
}
