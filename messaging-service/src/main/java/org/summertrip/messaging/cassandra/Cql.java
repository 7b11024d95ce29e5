package org.summertrip.messaging.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Prepared statements, asynchronously. Each request fails within {@code quarkus.cassandra.request.timeout}; what it returns as
 * {@link Uni} goes on where the caller was, not on a thread of the driver.
 *
 * <p>Combine parallel ones with their failures collected: failing fast would drop all failures but the first, and Mutiny logs
 * each dropped one with its stack, once per request of an outage.
 */
public interface Cql {
    /** Runs a statement; of a read, only the first page. */
    Uni<AsyncResultSet> execute(Query query, Object... values);

    /** All rows of a read, fetched page by page as they are asked for. End it with {@link #first}. */
    Multi<Row> stream(Query query, int pageSize, Object... values);

    /** All of them or none, even when the coordinator dies half way. */
    Uni<Void> atomically(List<Write> writes);

    /** Many writes in one request, with no promise but that. */
    Uni<Void> inBulk(List<Write> writes);

    /** For writes whose outcome is of no interest. */
    default Uni<Void> run(Query query, Object... values) {
        return execute(query, values).replaceWithVoid();
    }

    default Uni<Optional<Row>> one(Query query, Object... values) {
        return execute(query, values).map(rows -> Optional.ofNullable(rows.one()));
    }

    /** Whether anything is there. */
    default Uni<Boolean> exists(Query query, Object... values) {
        return one(query, values).map(Optional::isPresent);
    }

    /** The first so many of a stream; nothing is fetched beyond them. */
    default <T> Uni<List<T>> first(int count, Multi<T> rows) {
        return CallerContext.resume(rows.select().first(count).collect().asList());
    }

    /** All of a stream that is known to be short. */
    default <T> Uni<List<T>> all(Multi<T> rows) {
        return CallerContext.resume(rows.collect().asList());
    }
}
