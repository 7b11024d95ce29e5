package org.summertrip.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What runs besides the stores, in the order in which it is stopped: first the door, then what is behind it. */
public enum Service {
    GATEWAY("gateway", 3000, ""),
    USERS("users-service", 8081, "POSTGRESQL_"),
    MESSAGING("messaging-service", 8082, "CASSANDRA_"),
    GRAPH("graph-service", 8083, "NEO4J_"),
    FILES("files-service", 8084, "S3_");

    private final String id;
    private final int defaultPort;
    private final String storePrefix;

    Service(String id, int defaultPort, String storePrefix) {
        this.id = id;
        this.defaultPort = defaultPort;
        this.storePrefix = storePrefix;
    }

    /** The name of the module, of the log and of the process. */
    public String id() {
        return id;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public static Service byId(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown service " + id + ", known are "
                        + Arrays.stream(values()).map(Service::id).collect(Collectors.joining(", "))));
    }

    /** Redis is everybody's; of the other stores a service is told about its own only. */
    boolean mayKnow(String variable) {
        return variable.startsWith("REDIS_") || !storePrefix.isEmpty() && variable.startsWith(storePrefix);
    }

    Path jar(Path root) {
        return root.resolve(id).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
