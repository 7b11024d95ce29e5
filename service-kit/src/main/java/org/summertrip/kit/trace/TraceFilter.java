package org.summertrip.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** First of all filters: names the request for the logs and returns its id on every answer, also on failures. */
@Singleton
public class TraceFilter {
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(this::follow, BEFORE_EVERYTHING);
    }

    private void follow(RoutingContext context) {
        RequestTrace trace = RequestTrace.of(context);
        MDC.put("traceId", trace.traceId());
        MDC.put("requestId", trace.requestId());
        context.response().putHeader(RequestTrace.REQUEST_ID_HEADER, trace.requestId());
        context.next();
    }
}
