package org.summertrip.graph.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.neo4j.driver.Values;

/** Ready when the schema is there, queries have been planned and one comes back within a second. The extension's own check blocks a thread. */
@Readiness
@Singleton
class Neo4jReadiness implements AsyncHealthCheck {
    private static final String NAME = "neo4j";
    private static final String PING = "RETURN 1";

    private final Sessions sessions;
    private final Migrations migrations;
    private final Warmth warmth;
    private final Duration patience;

    Neo4jReadiness(Sessions sessions, Migrations migrations, Warmth warmth, StoreConfig config) {
        this.sessions = sessions;
        this.migrations = migrations;
        this.warmth = warmth;
        this.patience = config.readinessTimeout();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return sessions.read(ping -> ping.list(PING, Values.EmptyMap), patience)
                .map(rows -> state())
                .onFailure()
                .recoverWithItem(failure -> down("does not answer"));
    }

    private HealthCheckResponse state() {
        if (!migrations.done()) {
            return down("the schema is being migrated");
        }
        return warmth.done() ? HealthCheckResponse.up(NAME) : down("the first queries are being planned");
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
