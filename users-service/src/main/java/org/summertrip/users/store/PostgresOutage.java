package org.summertrip.users.store;

import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import org.hibernate.exception.JDBCConnectionException;
import org.summertrip.kit.problem.StoreOutage;

/** PostgreSQL is out of reach, starting up or shutting down: SQLSTATE classes 08 and 57P, and lost connections. */
@Singleton
public class PostgresOutage implements StoreOutage {
    @Override
    public boolean matches(Throwable failure) {
        if (failure instanceof PgException error) {
            String state = error.getSqlState();
            return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
        }
        return failure instanceof JDBCConnectionException;
    }
}
