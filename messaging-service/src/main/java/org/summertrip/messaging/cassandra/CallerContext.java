package org.summertrip.messaging.cassandra;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings results from the driver's threads back to the Vert.x context that asked for them. */
public final class CallerContext {
    private CallerContext() {}

    public static <T> Uni<T> resume(Uni<T> work) {
        Context context = Vertx.currentContext();
        return context == null ? work : work.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
