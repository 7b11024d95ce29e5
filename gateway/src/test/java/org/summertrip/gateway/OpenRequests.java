package org.summertrip.gateway;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that Quarkus believes to be running, as it does itself to know when it may shut down. */
@Singleton
public class OpenRequests {
    private static final int EARLY = 5_000;

    private final AtomicInteger count = new AtomicInteger();

    void register(@Observes Filters filters) {
        filters.register(this::count, EARLY);
    }

    private void count(RoutingContext context) {
        count.incrementAndGet();
        QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> count.decrementAndGet());
        context.next();
    }

    public int count() {
        return count.get();
    }
}
