package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** How a call to the store is made: with a timeout, its answer back on the context that asked. */
@Singleton
class S3Calls {
    private final Vertx vertx;
    private final WorkerExecutor workers;

    S3Calls(Vertx vertx, ObjectsConfig config) {
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor("s3", config.threads());
    }

    /** For calls whose preparation is cheap: it happens on the calling thread. */
    <T> Uni<T> call(Duration patience, Callable<CompletableFuture<T>> request) {
        return Uni.createFrom().deferred(() -> {
            Context context = vertx.getOrCreateContext();
            return Uni.createFrom()
                    .completionStage(() -> start(request))
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    .emitOn(context::runOnContext);
        });
    }

    /** For what blocks or computes: reading small objects, and calls with content, which the client signs and hence hashes. */
    <T> Uni<T> work(Callable<T> task) {
        return workers.executeBlocking(task, false);
    }

    <T> Uni<T> callFromWorker(Duration patience, Callable<CompletableFuture<T>> request) {
        return work(() -> start(request)).flatMap(started -> call(patience, () -> started));
    }

    private static <T> CompletableFuture<T> start(Callable<CompletableFuture<T>> request) {
        try {
            return request.call();
        } catch (Exception unsent) {
            return CompletableFuture.failedFuture(unsent);
        }
    }

    @PreDestroy
    void stop() {
        workers.closeAndForget();
    }
}
