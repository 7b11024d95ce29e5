package org.summertrip.messaging.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;

/** What pages cost the store, by the store's own count of the reads of each table. */
@QuarkusTest
class ReadCostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Query READS = Query.of("""
            SELECT "count" FROM system_views.local_read_latency WHERE keyspace_name = 'summertrip' AND table_name = ?""");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    MessageStore store;

    @Inject
    Publishing publishing;

    /** Some of the thousand may come when the first answer is already there; FlightsTest holds the answer back. */
    @Test
    void hardlyEverReadsAPageTwiceForAThousandReadersAtOnce() {
        UUID group = world.group(world.id());
        IntStream.range(0, 50).forEach(i -> write(group, Instant.now()));
        List<List<Stored>> pages = new ArrayList<>();

        long queries = cost(
                List.of("messages"),
                () -> pages.addAll(Uni.join()
                        .all(IntStream.range(0, 1000)
                                .mapToObj(i -> store.older(group, Uuid7.NEWEST, 21))
                                .toList())
                        .andFailFast()
                        .await()
                        .atMost(PATIENCE)));

        assertTrue(queries <= 5, "queries: " + queries);
        assertEquals(1, pages.stream().distinct().count());
        assertEquals(21, pages.get(0).size());
    }

    @Test
    void readsThreePartitionsAfterFiveSilentYears() {
        UUID group = world.group(world.id());
        Instant fiveYearsAgo = Instant.now().minus(Duration.ofDays(5 * 365));
        IntStream.range(0, 30).forEach(i -> write(group, fiveYearsAgo.plusSeconds(i)));
        write(group, Instant.now());
        List<Stored> page = new ArrayList<>();

        long partitions = cost(
                List.of("messages", "message_buckets"),
                () -> page.addAll(store.older(group, Uuid7.NEWEST, 21).await().atMost(PATIENCE)));

        assertEquals(21, page.stream().distinct().count());
        assertTrue(partitions <= 3, "partitions read: " + partitions);
    }

    @Test
    void showsOnesOwnMessageAtOnceAlsoWhileOthersRead() {
        UUID group = world.group(world.id());
        for (int i = 0; i < 50; i++) {
            Uni<List<Stored>> underway = store.older(group, Uuid7.NEWEST, 1);
            underway.subscribe().with(page -> {});
            UUID said = write(group, Instant.now());

            List<Stored> page = store.older(group, Uuid7.NEWEST, 1).await().atMost(PATIENCE);

            assertEquals(said, page.get(0).id());
        }
    }

    /** Partitions read, the least of some attempts: the replica itself reads beside, to find what has not been told. */
    private long cost(List<String> tables, Runnable reading) {
        return IntStream.range(0, 5)
                .mapToLong(attempt -> {
                    long before = reads(tables);
                    reading.run();
                    return reads(tables) - before;
                })
                .min()
                .orElseThrow();
    }

    private long reads(List<String> tables) {
        return tables.stream()
                .mapToLong(table -> cql.one(READS, table)
                        .await()
                        .atMost(PATIENCE)
                        .orElseThrow()
                        .getLong("count"))
                .sum();
    }

    private UUID write(UUID group, Instant time) {
        UUID id = Uuid7.derived(time, UUID.randomUUID().toString());
        NewMessage message = new NewMessage(group, "then", null, null);
        publishing.send(Message.written(id, world.id(), message)).await().atMost(PATIENCE);
        return id;
    }
}
