package org.summertrip.files.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * An upload may be refused long before its body has come. What still comes is read and thrown away for a while, since a
 * connection closed at once would often take the answer with it; then it is closed, since the rest may be gigabytes.
 */
@Singleton
public class UnreadBodies {
    private static final int EARLY = 1_000;
    private static final Duration WHILE = Duration.ofSeconds(5);

    private final Vertx vertx;

    UnreadBodies(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        if (context.request().method().equals(HttpMethod.POST)
                || context.request().method().equals(HttpMethod.PATCH)) {
            context.addEndHandler(answered -> closeLater(context));
        }
        context.next();
    }

    private void closeLater(RoutingContext context) {
        if (!context.request().isEnded()) {
            vertx.setTimer(WHILE.toMillis(), timer -> {
                if (!context.request().isEnded()) {
                    context.request().connection().close();
                }
            });
        }
    }
}
