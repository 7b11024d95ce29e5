package org.summertrip.graph.outbox;

import static org.neo4j.driver.Values.parameters;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.neo4j.driver.Values;
import org.summertrip.graph.store.Neo4j;
import org.summertrip.graph.store.StoreConfig;
import org.summertrip.graph.store.Transaction;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;

/**
 * One replica at a time, by the lock on a node of its own that lives as long as the draining transaction. An empty outbox is
 * seen without the lock, so that idle replicas neither write nor wait for each other.
 */
@Singleton
class Neo4jOutbox implements Outbox {
    private static final String ANY = "MATCH (o:Outbox) RETURN 1 LIMIT 1";
    private static final String LOCK = "MERGE (l:Lock {name: 'outbox'}) SET l.taken = true";
    private static final String OLDEST = """
            MATCH (o:Outbox)
            RETURN o.id AS id, o.stream AS stream, o.payload AS payload
            ORDER BY o.id
            LIMIT $max""";
    private static final String DELETE = "UNWIND $ids AS id MATCH (o:Outbox {id: id}) DELETE o";

    private final Neo4j neo4j;
    private final Duration timeout;

    Neo4jOutbox(Neo4j neo4j, StoreConfig config) {
        this.neo4j = neo4j;
        this.timeout = config.outboxTimeout();
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return neo4j.read(transaction -> transaction.first(ANY, Values.EmptyMap))
                .flatMap(any -> any.isEmpty()
                        ? Uni.createFrom().item(0)
                        : neo4j.write(transaction -> publishOldest(transaction, max, publish), timeout));
    }

    private static Uni<Integer> publishOldest(
            Transaction transaction, int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return transaction
                .run(LOCK, Values.EmptyMap)
                .flatMap(locked -> transaction.list(OLDEST, parameters("max", max)))
                .flatMap(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : publish.apply(events(rows))
                                .flatMap(published -> transaction.run(DELETE, parameters("ids", ids(rows))))
                                .replaceWith(rows.size()));
    }

    private static List<OutboxEvent> events(List<Record> rows) {
        return rows.stream()
                .map(row -> new OutboxEvent(
                        row.get("stream").asString(), row.get("payload").asString()))
                .toList();
    }

    private static List<String> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get("id").asString()).toList();
    }
}
