package org.summertrip.messaging.cassandra;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Where the tables are and how they come into being; how to reach the nodes is {@code quarkus.cassandra.*}. */
@ConfigMapping(prefix = "summer-trip.cassandra")
public interface CassandraConfig {
    /** The keyspace; created when it is missing. */
    @WithDefault("summertrip")
    @Pattern(regexp = "[a-z][a-z0-9_]{0,47}", message = "a keyspace is lower-case letters, digits and _") String keyspace();

    /**
     * How many copies each datacenter holds: {@code dc1=3,dc2=3}. Used only when the keyspace is created; changing it later is
     * an operator's {@code ALTER KEYSPACE} followed by a repair.
     */
    Replication replication();

    /** How long one statement of a migration may take, agreement of all nodes included. */
    @WithDefault("20s")
    Duration migrationTimeout();

    /** How long other replicas wait for one that died while it was migrating. */
    @WithDefault("30s")
    Duration migrationLease();

    /** The pause before a failed attempt to connect or migrate is repeated. */
    @WithDefault("1s")
    Duration retryPause();

    /** How long the readiness check waits for an answer. */
    @WithDefault("1s")
    Duration readinessTimeout();
}
