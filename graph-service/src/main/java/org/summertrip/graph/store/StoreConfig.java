package org.summertrip.graph.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long Neo4j is waited for; where it is and how to get in is {@code quarkus.neo4j.*}. */
@ConfigMapping(prefix = "graph.store")
public interface StoreConfig {
    /** How long a transaction may take, with its retries and the waiting for a connection and for locks; then 503. */
    @WithDefault("1800ms")
    Duration timeout();

    /** How long publishing a batch of the outbox may take, with the waiting for another replica that is at it. */
    @WithDefault("15s")
    Duration outboxTimeout();

    /** How long erasing a person may take, whose edges may be many. */
    @WithDefault("30s")
    Duration erasureTimeout();

    /** How long all pending migrations together may take, with the waiting for another replica that is at it. */
    @WithDefault("5m")
    Duration migrationTimeout();

    /** The pause before migrations that failed, usually because Neo4j is down, are tried again. */
    @WithDefault("1s")
    Duration migrationPause();

    /** How long each set of queries may take to be planned before the service is ready; then it is ready without. */
    @WithDefault("20s")
    Duration warmUpTimeout();

    /** How long the readiness check waits for an answer. */
    @WithDefault("1s")
    Duration readinessTimeout();
}
