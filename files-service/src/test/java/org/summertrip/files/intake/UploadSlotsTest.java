package org.summertrip.files.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.problem.ProblemException;

class UploadSlotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    @Test
    void letsTheNextOneInWhenOneEndsHoweverItEnds() throws Exception {
        UploadSlots slots = slots(1, Duration.ofSeconds(10));
        CompletableFuture<String> first = new CompletableFuture<>();
        var firstDone =
                slots.during(() -> Uni.createFrom().completionStage(first)).subscribeAsCompletionStage();
        var secondDone = slots.during(() -> Uni.createFrom().item("second")).subscribeAsCompletionStage();
        assertFalse(secondDone.isDone());

        first.completeExceptionally(new IllegalStateException("broken"));

        assertEquals("second", secondDone.get(10, java.util.concurrent.TimeUnit.SECONDS));
        assertTrue(firstDone.isCompletedExceptionally());
        assertEquals(
                "third",
                slots.during(() -> Uni.createFrom().item("third")).await().atMost(PATIENCE));
    }

    @Test
    void sendsAwayWhoWouldWaitTooLongAndKeepsItsSlotsInOrder() {
        UploadSlots slots = slots(1, Duration.ofMillis(50));
        CompletableFuture<String> first = new CompletableFuture<>();
        var firstDone =
                slots.during(() -> Uni.createFrom().completionStage(first)).subscribeAsCompletionStage();

        Uni<String> second = slots.during(() -> Uni.createFrom().item("second"));

        ProblemException refused =
                assertThrows(ProblemException.class, () -> second.await().atMost(PATIENCE));
        assertEquals(503, refused.error().status());
        first.complete("first");
        assertEquals(
                "first", Uni.createFrom().completionStage(firstDone).await().atMost(PATIENCE));
        assertEquals("second", second.await().atMost(PATIENCE));
    }

    private UploadSlots slots(int concurrent, Duration patience) {
        UploadConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UploadConfig.class)
                .withDefaultValue("files.upload.concurrent", String.valueOf(concurrent))
                .withDefaultValue("files.upload.patience", patience.toString())
                .build()
                .getConfigMapping(UploadConfig.class);
        return new UploadSlots(vertx, config);
    }
}
