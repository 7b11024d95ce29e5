package org.summertrip.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class MigrationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final Sessions sessions;
    private final Warmth warmth;
    private final StoreConfig config;
    private final Vertx vertx;
    private final Clock clock;

    MigrationsTest(World world, Sessions sessions, Warmth warmth, StoreConfig config, Vertx vertx, Clock clock) {
        this.world = world;
        this.sessions = sessions;
        this.warmth = warmth;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Test
    void appliesEachStepOnceHoweverManyReplicasStartAtOnce() {
        world.settle();
        List<String> before = constraints();
        constraints().forEach(name -> world.rows("DROP CONSTRAINT " + name));
        world.rows("MATCH (m:Migration) DELETE m");
        world.rows("MATCH (l:Lock) DELETE l");

        List<Integer> counts = Uni.join()
                .all(Stream.generate(this::replica)
                        .limit(3)
                        .map(Migrations::migrate)
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        int all = Migration.all().size();
        assertEquals(all, counts.stream().mapToInt(Integer::intValue).sum(), counts.toString());
        assertEquals(all, world.rows("MATCH (m:Migration) RETURN m").size());
        assertEquals(before, constraints());
        assertEquals(0, replica().migrate().await().atMost(PATIENCE));
    }

    @Test
    void refusesAStepThatWasEditedAfterwards() {
        String version = Migration.all().get(0).version();
        String original = Migration.all().get(0).checksum();
        setChecksum(version, "something else");
        try {
            Exception refusal = assertThrows(
                    IllegalStateException.class,
                    () -> replica().migrate().await().atMost(PATIENCE));
            assertTrue(refusal.getMessage().contains(version), refusal.getMessage());
        } finally {
            setChecksum(version, original);
        }
    }

    private Migrations replica() {
        return new Migrations(sessions, warmth, config, vertx, clock);
    }

    private List<String> constraints() {
        return world.rows("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name").stream()
                .map(row -> row.get("name").asString())
                .toList();
    }

    private void setChecksum(String version, String checksum) {
        world.rows("MATCH (m:Migration {version: $v}) SET m.checksum = $c", "v", version, "c", checksum);
    }
}
