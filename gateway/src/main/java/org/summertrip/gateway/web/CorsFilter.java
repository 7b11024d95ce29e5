package org.summertrip.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.GatewayConfig;

/**
 * Cross-origin resource sharing. Quarkus' own filter comes after ours, which would refuse a preflight for its missing token; and
 * here answers are shared by name, never with credentials, because tokens do not travel in cookies.
 */
@Singleton
public class CorsFilter {
    private static final int NO_CONTENT = 204;
    private static final String ALL = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Range, X-Request-Id, traceparent, "
                    + "Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, Upload-Checksum";
    private static final String ANSWER_HEADERS =
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, Idempotent-Replayed, "
                    + "Content-Disposition, Content-Range, Accept-Ranges, "
                    + "Tus-Resumable, Tus-Version, Upload-Offset, Upload-Length, Upload-Expires";

    private final List<String> origins;
    private final String maxAge;

    public CorsFilter(GatewayConfig config) {
        this.origins = config.cors().origins().orElse(List.of());
        this.maxAge = Long.toString(config.cors().maxAge().toSeconds());
    }

    void register(@Observes Filters filters) {
        filters.register(this::share, FilterOrder.CORS.priority());
    }

    private void share(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        boolean preflight = HttpMethod.OPTIONS.equals(context.request().method())
                && context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (origin == null || !isAllowed(origin)) {
            context.next();
            return;
        }
        MultiMap headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origins.contains(ALL) ? ALL : origin);
        headers.add(HttpHeaders.VARY, "Origin");
        if (preflight) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
            context.next();
        }
    }

    private boolean isAllowed(String origin) {
        return origins.contains(origin) || origins.contains(ALL);
    }
}
