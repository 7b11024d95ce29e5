package org.summertrip.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.summertrip.gateway.ClientAddress;
import org.summertrip.gateway.Upstream;
import org.summertrip.kit.trace.RequestTrace;

/** Which headers cross the gateway, which it takes away and which it adds. */
@Singleton
public class ForwardedHeaders {
    private static final CharSequence FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

    /** What belongs to one connection and not to the message (RFC 9110, 7.6.1). */
    private static final List<CharSequence> HOP_BY_HOP = optimized(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Upgrade");

    /** What only the gateway says to the client. */
    private static final List<CharSequence> OWN = optimized("RateLimit", "RateLimit-Policy");

    /** Other ways of naming the client, which are not passed on from anybody; the server has answered Expect already. */
    private static final List<CharSequence> NOT_PASSED_ON = optimized(
            "Forwarded",
            "X-Real-IP",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "Expect");

    private final ClientAddress clients;

    public ForwardedHeaders(ClientAddress clients) {
        this.clients = clients;
    }

    /** Makes the headers of the client those that the service gets. */
    void prepare(MultiMap headers, RoutingContext context) {
        removeHopByHop(headers);
        NOT_PASSED_ON.forEach(headers::remove);
        HttpServerRequest request = context.request();
        String peer = request.remoteAddress().hostAddress();
        boolean believed = clients.isTrusted(peer);
        String said = believed ? String.join(", ", headers.getAll(FOR)) : "";
        headers.set(FOR, said.isEmpty() ? peer : said + ", " + peer);
        headers.set(PROTO, believed(headers, PROTO, believed).orElse(request.scheme()));
        headers.set(HOST, believed(headers, HOST, believed).orElse(String.valueOf(request.authority())));
        RequestTrace trace = RequestTrace.of(context);
        headers.set(RequestTrace.TRACEPARENT_HEADER, trace.traceparent());
        headers.set(RequestTrace.REQUEST_ID_HEADER, trace.requestId());
    }

    /** Makes the headers of the service those that the client gets. The request id is on the answer already. */
    void clean(MultiMap headers, Upstream upstream) {
        removeHopByHop(headers);
        headers.remove(RequestTrace.REQUEST_ID_HEADER);
        OWN.forEach(headers::remove);
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, upstream.relative(location));
        }
    }

    private static Optional<String> believed(MultiMap headers, CharSequence name, boolean believed) {
        return Optional.ofNullable(headers.get(name)).filter(value -> believed);
    }

    /** With their hash computed once: each is looked for in each message. */
    private static List<CharSequence> optimized(String... names) {
        return Arrays.stream(names).map(HttpHeaders::createOptimized).toList();
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String named : connection.split(",")) {
                removeUnlessNeeded(headers, named.strip());
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** A client must not make the gateway lose the frame of the message, or the token, by calling it its own affair. */
    private static void removeUnlessNeeded(MultiMap headers, String name) {
        boolean needed = HttpHeaders.CONTENT_LENGTH.toString().equalsIgnoreCase(name)
                || HttpHeaders.TRANSFER_ENCODING.toString().equalsIgnoreCase(name)
                || HttpHeaders.AUTHORIZATION.toString().equalsIgnoreCase(name)
                || HttpHeaders.HOST.toString().equalsIgnoreCase(name);
        if (!needed && !name.isEmpty()) {
            headers.remove(name);
        }
    }
}
