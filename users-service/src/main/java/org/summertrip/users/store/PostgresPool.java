package org.summertrip.users.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The pool as configured, but one that gives up connecting in time for a 503 within two seconds; the default is a minute. */
@Singleton
public class PostgresPool implements PgPoolCreator {
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setConnectTimeout((int) PATIENCE.toMillis());
        }
        input.poolOptions().setConnectionTimeout((int) PATIENCE.toMillis());
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
