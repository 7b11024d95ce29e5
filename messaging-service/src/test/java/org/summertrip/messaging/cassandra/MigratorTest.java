package org.summertrip.messaging.cassandra;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.datastax.oss.driver.api.core.cql.Row;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.World;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
class MigratorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Query HISTORY =
            Query.of("SELECT version FROM schema_history WHERE service = 'messaging-service'");

    @Inject
    Connection connection;

    @Inject
    Ids ids;

    Stores stores;

    private PreparedCql cql;

    @BeforeEach
    void aKeyspaceThatIsNotThere() {
        World.awaitReady();
        String keyspace = "race_" + Long.toString(System.nanoTime(), 36);
        cql = new PreparedCql(connection.ready().await().atMost(PATIENCE).session(), keyspace);
        config = new Fresh(keyspace);
    }

    private CassandraConfig config;

    private static List<Integer> all() {
        return Migration.all().stream().map(Migration::version).toList();
    }

    @Test
    void migratesOnceWhenThreeReplicasStartAtOnce() {
        List<Uni<Void>> replicas =
                IntStream.range(0, 3).mapToObj(i -> migrator().migrate(cql)).toList();

        Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE);

        assertEquals(all(), versions());
        assertTrue(
                cql.execute(Query.of("SELECT * FROM messages WHERE conversation_id = ? AND bucket = ?"), ids.next(), 1)
                                .await()
                                .atMost(PATIENCE)
                                .remaining()
                        == 0);
    }

    @Test
    void goesOnWhereAnotherReplicaDied() {
        migrate();
        run("DELETE FROM schema_history WHERE service = 'messaging-service' AND version = 3");
        run("DROP TABLE outbox_slots");
        run("DELETE FROM schema_history WHERE service = 'messaging-service' AND version = 4");

        assertDoesNotThrow(this::migrate);

        assertEquals(all(), versions());
        run("INSERT INTO outbox_slots (shard, slot) VALUES (0, 1)");
    }

    @Test
    void migratesOnASessionWhoseNodeDiedWhileItWasMigrating() {
        Uni<Void> interrupted = migrator().migrate(cql).memoize().indefinitely();
        interrupted.subscribe().with(done -> {}, failure -> {});
        stores.kill(Store.CASSANDRA);
        stores.start(Store.CASSANDRA);
        World.awaitReady();

        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(this::migrate);

        assertEquals(all(), versions());
    }

    @Test
    void refusesAHistoryThatWasRewritten() {
        migrate();
        run("UPDATE schema_history SET checksum = 'other' WHERE service = 'messaging-service' AND version = 2");

        IllegalStateException refused = assertThrows(IllegalStateException.class, this::migrate);

        assertTrue(refused.getMessage().contains("messages"), refused.getMessage());
    }

    @Test
    void knowsEveryFileOfItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", Migration.FOLDER))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    Migration.all().stream()
                            .map(migration -> "V%03d__%s.cql".formatted(migration.version(), migration.name()))
                            .toList());
        }
    }

    private void migrate() {
        migrator().migrate(cql).await().atMost(PATIENCE);
    }

    private Migrator migrator() {
        return new Migrator(config, Clock.systemUTC(), ids);
    }

    private void run(String statement) {
        cql.run(Query.of(statement)).await().atMost(PATIENCE);
    }

    private List<Integer> versions() {
        List<Row> rows = cql.all(cql.stream(HISTORY, 100)).await().atMost(PATIENCE);
        return rows.stream().map(row -> row.getInt("version")).toList();
    }

    private record Fresh(String keyspace) implements CassandraConfig {
        @Override
        public Replication replication() {
            return Replication.of("datacenter1=1");
        }

        @Override
        public Duration migrationTimeout() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration migrationLease() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration retryPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration readinessTimeout() {
            return Duration.ofSeconds(1);
        }
    }
}
