package org.summertrip.users.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;

/**
 * One replica at a time, by an advisory lock that lives as long as the transaction; {@code SKIP LOCKED} would let two replicas
 * publish neighbouring events of one group in either order. Identity values are handed out before their transactions commit,
 * so positions may appear late; therefore published rows are deleted one by one rather than everything below a mark.
 */
@Singleton
public class PostgresOutbox implements Outbox {
    private static final long LOCK = 0x5355_4d4d_4552L;
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock($1)";
    private static final String OLDEST = "select position, stream, payload from outbox order by position limit $1";
    private static final String DELETE = "delete from outbox where position = any($1)";

    private final Pool pool;

    public PostgresOutbox(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of(LOCK))
                .flatMap(locked -> locked.iterator().next().getBoolean(0)
                        ? publishOldest(connection, max, publish)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> publishOldest(
            SqlConnection connection, int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return connection.preparedQuery(OLDEST).execute(Tuple.of(max)).flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            return publish.apply(events(rows))
                    .flatMap(published -> connection.preparedQuery(DELETE).execute(Tuple.of(positions(rows))))
                    .replaceWith(rows.size());
        });
    }

    private static List<OutboxEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new OutboxEvent(row.getString("stream"), row.getString("payload")))
                .toList();
    }

    private static Long[] positions(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("position"))
                .toArray(Long[]::new);
    }
}
