package org.summertrip.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.summertrip.gateway.ClientAddress;
import org.summertrip.gateway.FilterOrder;

/**
 * Tells browsers what an answer must not be used for. A service that says something of its own on one of these keeps its word: it is
 * the last moment before the head is written.
 */
@Singleton
public class SafetyFilter {
    private static final String PAGES = "/api/docs";

    private static final List<Field> ALWAYS = List.of(
            field("X-Content-Type-Options", "nosniff"),
            field("Referrer-Policy", "no-referrer"),
            field("X-Frame-Options", "DENY"),
            field("Cross-Origin-Opener-Policy", "same-origin"));
    private static final Field NOTHING = field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    /** The documentation page brings its scripts along and writes styles itself. */
    private static final Field PAGE = field(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self' 'unsafe-inline'; "
                    + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");

    private static final Field ENCRYPTED = field("Strict-Transport-Security", "max-age=31536000");

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
        for (Field field : ALWAYS) {
            field.addIfAbsent(headers);
        }
        (path != null && path.startsWith(PAGES) ? PAGE : NOTHING).addIfAbsent(headers);
        if (isEncrypted(context)) {
            ENCRYPTED.addIfAbsent(headers);
        }
    }

    private boolean isEncrypted(RoutingContext context) {
        HttpServerRequest request = context.request();
        return request.isSSL()
                || "https".equals(request.getHeader("X-Forwarded-Proto"))
                        && clients.isTrusted(request.remoteAddress().hostAddress());
    }

    private static Field field(String name, String value) {
        return new Field(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    /** As it is written, encoded once: it is on every answer. */
    private record Field(CharSequence name, CharSequence value) {
        private void addIfAbsent(MultiMap headers) {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        }
    }
}
