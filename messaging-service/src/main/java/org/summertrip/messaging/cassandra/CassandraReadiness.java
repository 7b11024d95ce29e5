package org.summertrip.messaging.cassandra;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether Cassandra answers and its tables are migrated. The extension's own check waits for as long as the store is down. */
@Readiness
@Singleton
class CassandraReadiness implements AsyncHealthCheck {
    private static final String NAME = "Cassandra";
    private static final Query ANSWER = Query.of("SELECT key FROM system.local");

    private final Cql cql;
    private final CassandraConfig config;

    CassandraReadiness(Cql cql, CassandraConfig config) {
        this.cql = cql;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return cql.run(ANSWER)
                .ifNoItem()
                .after(config.readinessTimeout())
                .fail()
                .map(answer -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down(NAME));
    }
}
