package org.summertrip.files.turn;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.summertrip.kit.problem.ProblemException;

/**
 * Bounds how much of something expensive goes on at once. Who must wait has nothing in memory yet, so waiting is cheap; who has waited
 * too long is told to come back (503).
 */
public final class Turns {
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final AtomicInteger free;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final Vertx vertx;
    private final Duration patience;

    public Turns(int concurrent, Duration patience, Vertx vertx) {
        this.vertx = vertx;
        this.patience = patience;
        this.free = new AtomicInteger(concurrent);
    }

    /** Runs it when a slot is free, which it holds to its end. */
    public <T> Uni<T> during(Supplier<Uni<T>> work) {
        return acquire()
                .flatMap(acquired -> Uni.createFrom().deferred(work::get).eventually(this::release));
    }

    private Uni<Void> acquire() {
        return Uni.createFrom().deferred(() -> {
            Context mine = vertx.getOrCreateContext();
            CompletableFuture<Void> turn = new CompletableFuture<>();
            waiting.add(turn);
            handOut();
            return Uni.createFrom()
                    .completionStage(turn)
                    .ifNoItem()
                    .after(patience)
                    .recoverWithUni(() -> giveUp(turn))
                    .emitOn(mine::runOnContext);
        });
    }

    private Uni<Void> giveUp(CompletableFuture<Void> turn) {
        turn.cancel(false);
        if (!turn.isCancelled()) {
            // It was handed over in this very moment.
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().failure(ProblemException.unavailable("Too much at once, try again", COME_BACK, null));
    }

    private void release() {
        free.incrementAndGet();
        handOut();
    }

    private void handOut() {
        while (!waiting.isEmpty() && take()) {
            CompletableFuture<Void> next = waiting.poll();
            if (next == null || !next.complete(null)) {
                free.incrementAndGet();
            }
        }
    }

    private boolean take() {
        return free.getAndUpdate(count -> count > 0 ? count - 1 : 0) > 0;
    }
}
