package org.summertrip.messaging.replay;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets snapshots be longer than other bodies may be: the limit of all the others is there because they are held in memory. */
@Singleton
class ReplaySize {
    private final long maxSize;

    ReplaySize(ReplayConfig config) {
        this.maxSize = config.maxSize().asLongValue();
    }

    void widen(@Observes Router router) {
        router.post("/internal/replay")
                .order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1)
                .handler(this::widen);
    }

    private void widen(RoutingContext routing) {
        routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxSize);
        routing.next();
    }
}
