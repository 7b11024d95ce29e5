package org.summertrip.messaging.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import com.datastax.oss.quarkus.runtime.api.session.QuarkusCqlSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Cql} on a session that is there. Statements are prepared when they are first needed, once. */
final class PreparedCql implements Cql {
    private final QuarkusCqlSession session;
    private final String keyspace;
    private final Map<Query, Uni<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    PreparedCql(QuarkusCqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    QuarkusCqlSession session() {
        return session;
    }

    @Override
    public Uni<AsyncResultSet> execute(Query query, Object... values) {
        return CallerContext.resume(prepare(query)
                .flatMap(statement ->
                        Uni.createFrom().completionStage(() -> session.executeAsync(bind(statement, values)))));
    }

    @Override
    public Multi<Row> stream(Query query, int pageSize, Object... values) {
        return prepare(query)
                .onItem()
                .transformToMulti(statement ->
                        session.executeReactive(bind(statement, values).setPageSize(pageSize)))
                .map(row -> row);
    }

    @Override
    public Uni<Void> atomically(List<Write> writes) {
        return batch(BatchType.LOGGED, writes);
    }

    @Override
    public Uni<Void> inBulk(List<Write> writes) {
        return batch(BatchType.UNLOGGED, writes);
    }

    private Uni<Void> batch(BatchType type, List<Write> writes) {
        List<Uni<BoundStatement>> bound = writes.stream()
                .map(write -> prepare(write.query()).map(statement -> bind(statement, write.values())))
                .toList();
        return CallerContext.resume(Uni.join()
                .all(bound)
                .andCollectFailures()
                .map(statements -> batch(type, statements, writes))
                .flatMap(batch -> Uni.createFrom().completionStage(() -> session.executeAsync(batch)))
                .replaceWithVoid());
    }

    private static BatchStatement batch(BatchType type, List<BoundStatement> statements, List<Write> writes) {
        boolean idempotent = writes.stream().allMatch(write -> write.query().idempotent());
        Iterable<BatchableStatement<?>> members = List.copyOf(statements);
        return BatchStatement.newInstance(type, members).setIdempotent(idempotent);
    }

    /** A failure is not kept: the next caller prepares again. */
    private Uni<PreparedStatement> prepare(Query query) {
        return prepared.computeIfAbsent(
                query,
                missing -> Uni.createFrom()
                        .completionStage(() -> session.prepareAsync(simple(missing)))
                        .onFailure()
                        .invoke(failure -> prepared.remove(missing))
                        .memoize()
                        .indefinitely());
    }

    private SimpleStatement simple(Query query) {
        return SimpleStatement.builder(query.cql())
                .setIdempotence(query.idempotent())
                .build()
                .setKeyspace(keyspace);
    }

    private static BoundStatement bind(PreparedStatement statement, Object... values) {
        BoundStatementBuilder bound = statement.boundStatementBuilder();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                TypeCodec<Object> codec = bound.codecRegistry()
                        .codecFor(statement.getVariableDefinitions().get(i).getType(), values[i]);
                bound.set(i, values[i], codec);
            }
        }
        return bound.build();
    }
}
