package org.summertrip.users.store;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema is there and a query comes back within a second. */
@Readiness
@Singleton
public class PostgresReadiness implements AsyncHealthCheck {
    private static final String NAME = "postgresql";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Migrations migrations;

    public PostgresReadiness(Pool pool, Migrations migrations) {
        this.pool = pool;
        this.migrations = migrations;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> migrations.done() ? HealthCheckResponse.up(NAME) : down("the schema is being migrated"))
                .onFailure()
                .recoverWithItem(failure -> down("does not answer"));
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
