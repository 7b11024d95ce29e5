package org.summertrip.messaging.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The {@link Cql} that everybody gets injected: fails at once for as long as there is no migrated store. */
@Singleton
class ConnectedCql implements Cql {
    private final Connection connection;

    ConnectedCql(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<AsyncResultSet> execute(Query query, Object... values) {
        return connection.ready().flatMap(cql -> cql.execute(query, values));
    }

    @Override
    public Multi<Row> stream(Query query, int pageSize, Object... values) {
        return connection.ready().onItem().transformToMulti(cql -> cql.stream(query, pageSize, values));
    }

    @Override
    public Uni<Void> atomically(List<Write> writes) {
        return connection.ready().flatMap(cql -> cql.atomically(writes));
    }

    @Override
    public Uni<Void> inBulk(List<Write> writes) {
        return connection.ready().flatMap(cql -> cql.inBulk(writes));
    }
}
