package org.summertrip.graph.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.neo4j.driver.Values;

/** Ready when the schema is there and a query comes back within a second. The extension's own check blocks a thread. */
@Readiness
@Singleton
class Neo4jReadiness implements AsyncHealthCheck {
    private static final String NAME = "neo4j";
    private static final String PING = "RETURN 1";

    private final Sessions sessions;
    private final Migrations migrations;
    private final Duration patience;

    Neo4jReadiness(Sessions sessions, Migrations migrations, StoreConfig config) {
        this.sessions = sessions;
        this.migrations = migrations;
        this.patience = config.readinessTimeout();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return sessions.read(ping -> ping.list(PING, Values.EmptyMap), patience)
                .map(rows -> migrations.done() ? HealthCheckResponse.up(NAME) : down("the schema is being migrated"))
                .onFailure()
                .recoverWithItem(failure -> down("does not answer"));
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
