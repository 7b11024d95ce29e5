package org.summertrip.kit.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRedis
class BlockedThreadsTest {
    @Inject
    Vertx vertx;

    @Test
    void noticesAnEventLoopThatSomethingBlocks() {
        CountDownLatch release = new CountDownLatch(1);
        List<String> seen = new ArrayList<>();
        vertx.getOrCreateContext().runOnContext(started -> awaitQuietly(release));

        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> seen.addAll(BlockedThreads.take()));
        } finally {
            release.countDown();
        }

        BlockedThreads.take();
        assertTrue(seen.get(0).contains("vert.x-eventloop-thread"), seen.get(0));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
