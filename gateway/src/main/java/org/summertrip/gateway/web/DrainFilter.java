package org.summertrip.gateway.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.summertrip.gateway.FilterOrder;

/**
 * Sends clients elsewhere before the gateway stops: as long as {@code quarkus.shutdown.delay} lasts it is no longer ready but serves all
 * the same, and asks with every answer to use the connection no more. A request on a connection that closes at that moment would be lost.
 */
@Singleton
public class DrainFilter {
    private final AtomicBoolean leaving = new AtomicBoolean();

    void register(@Observes Filters filters) {
        filters.register(this::mark, FilterOrder.CORS.priority() + 2);
    }

    void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
        leaving.set(true);
    }

    private void mark(RoutingContext context) {
        if (leaving.get()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        context.next();
    }
}
