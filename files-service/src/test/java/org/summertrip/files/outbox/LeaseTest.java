package org.summertrip.files.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.summertrip.files.OnStores;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@OnStores
class LeaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Lease lease;

    @Inject
    RedisDataSource redis;

    Stores stores;

    @Test
    void isTakenAgainByWhomAnOutageKeptFromGivingItBack() {
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> first = exclusively(Uni.createFrom().completionStage(work));
        await().atMost(PATIENCE).until(() -> redis.key().exists("files:lease:test"));
        stores.kill(Store.REDIS);
        work.complete("first");
        await().atMost(PATIENCE).until(first::isDone);
        stores.start(Store.REDIS);

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        "second", exclusively(Uni.createFrom().item("second")).get(5, TimeUnit.SECONDS)));
    }

    private CompletableFuture<String> exclusively(Uni<String> task) {
        return lease.exclusively("test", LONG, "somebody else is at it", () -> task)
                .subscribeAsCompletionStage();
    }
}
