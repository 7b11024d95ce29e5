package org.summertrip.graph.store;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.ResultCursor;

/** Runs queries of one transaction, one after the other. Values only ever come in as parameters. */
public final class Transaction {
    private final AsyncQueryRunner queries;

    Transaction(AsyncQueryRunner queries) {
        this.queries = queries;
    }

    /** Every row. */
    public Uni<List<Record>> list(String cypher, Value parameters) {
        return Uni.createFrom()
                .completionStage(() -> queries.runAsync(cypher, parameters).thenCompose(ResultCursor::listAsync));
    }

    /** The one row, if there is any. */
    public Uni<Optional<Record>> first(String cypher, Value parameters) {
        return list(cypher, parameters).map(rows -> rows.stream().findFirst());
    }

    /** For its effect only. */
    public Uni<Void> run(String cypher, Value parameters) {
        return Uni.createFrom()
                .completionStage(() -> queries.runAsync(cypher, parameters).thenCompose(ResultCursor::consumeAsync))
                .replaceWithVoid();
    }
}
