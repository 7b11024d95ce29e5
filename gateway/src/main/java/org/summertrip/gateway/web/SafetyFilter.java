package org.summertrip.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.summertrip.gateway.ClientAddress;
import org.summertrip.gateway.FilterOrder;

/**
 * Tells browsers what an answer must not be used for. A service that says something of its own on one of these keeps its word: it is
 * the last moment before the head is written.
 */
@Singleton
public class SafetyFilter {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    /** The documentation page brings its scripts along and writes styles itself. */
    private static final String PAGE = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private static final String PAGES = "/api/docs";

    private final ClientAddress clients;

    public SafetyFilter(ClientAddress clients) {
        this.clients = clients;
    }

    void register(@Observes Filters filters) {
        // Before everything that may refuse, so that refusals have them too.
        filters.register(this::protect, FilterOrder.CORS.priority() + 1);
    }

    private void protect(RoutingContext context) {
        context.addHeadersEndHandler(written -> add(context));
        context.next();
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        String path = context.request().path();
        addIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        addIfAbsent(headers, "Referrer-Policy", "no-referrer");
        addIfAbsent(headers, "X-Frame-Options", "DENY");
        addIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        boolean page = path != null && path.startsWith(PAGES);
        addIfAbsent(headers, "Content-Security-Policy", page ? PAGE : NOTHING);
        if (isEncrypted(context)) {
            addIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
        }
    }

    private boolean isEncrypted(RoutingContext context) {
        HttpServerRequest request = context.request();
        return request.isSSL()
                || "https".equals(request.getHeader("X-Forwarded-Proto"))
                        && clients.isTrusted(request.remoteAddress().hostAddress());
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
