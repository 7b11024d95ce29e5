package org.summertrip.users.outbox;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.users.OnStores;
import org.summertrip.users.Undisturbed;

/** Three relays over one table, as three replicas are. */
@QuarkusTest
@OnStores
@TestProfile(Undisturbed.class)
class PostgresOutboxTest {
    private static final int EVENTS = 600;

    @Inject
    Pool pool;

    private List<PostgresOutbox> replicas;

    @BeforeEach
    void empty() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> run("delete from outbox") >= 0);
        replicas = IntStream.range(0, 3).mapToObj(i -> new PostgresOutbox(pool)).toList();
    }

    @Test
    void publishesEveryEventOnceAndInOrderHoweverManyReplicasTry() {
        run("insert into outbox (stream, payload) select 'events.test', cast(n as text) from generate_series(1, "
                + EVENTS + ") n");
        Queue<String> published = new ConcurrentLinkedQueue<>();
        while (published.size() < EVENTS) {
            CompletableFuture<?>[] drains = replicas.stream()
                    .map(replica -> replica.drain(50, events -> publish(events, published))
                            .subscribeAsCompletionStage())
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(drains).join();
        }
        List<String> expected =
                IntStream.rangeClosed(1, EVENTS).mapToObj(String::valueOf).toList();
        assertEquals(expected, List.copyOf(published));
        assertEquals(0, run("delete from outbox"));
    }

    @Test
    void keepsWhatCouldNotBePublished() {
        run("insert into outbox (stream, payload) values ('events.test', 'kept')");
        Uni<Integer> failing = replicas.get(0)
                .drain(10, events -> Uni.createFrom().failure(new IllegalStateException("Redis is away")));
        assertEquals(-1, failing.onFailure().recoverWithItem(-1).await().indefinitely());
        Queue<String> published = new ConcurrentLinkedQueue<>();
        replicas.get(1).drain(10, events -> publish(events, published)).await().indefinitely();
        assertEquals(List.of("kept"), List.copyOf(published));
    }

    @Test
    void tellsHowLongTheOldestEventHasWaited() {
        run("insert into outbox (stream, payload, created_at) values ('events.test', 'x', now() - interval '90"
                + " seconds')");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> io.restassured.RestAssured.get("/q/metrics")
                        .then()
                        .body(containsString("outbox_lag_seconds 9")));
    }

    private static Uni<Void> publish(List<OutboxEvent> events, Queue<String> published) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(3))
                .invoke(() -> events.forEach(event -> published.add(event.payload())));
    }

    private int run(String statement) {
        return pool.query(statement).execute().await().indefinitely().rowCount();
    }
}
