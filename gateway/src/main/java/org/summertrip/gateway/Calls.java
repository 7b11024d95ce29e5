package org.summertrip.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.summertrip.kit.trace.RequestTrace;

/**
 * What the gateway itself asks the services, on behalf of a caller and with his token. On connections apart from those of forwarded
 * requests, so that neither starves the other.
 */
@Singleton
public class Calls {
    private static final int CONNECTIONS = 64;
    private static final int WAITING = 2_000;

    private final Backends backends;
    private final HttpClient client;

    public Calls(GatewayConfig config, Backends backends, Vertx vertx) {
        this.backends = backends;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING)
                .setKeepAliveTimeout((int) config.proxy().keepAlive().toSeconds())
                .setConnectTimeout((int) config.proxy().connectTimeout().toMillis()));
    }

    /**
     * Asks; the deadline is for the head of the answer, and after it for every pause in the body.
     *
     * @param authorization the caller's header
     * @param trace whose request it is done for, or null
     */
    public Future<HttpClientResponse> get(
            String service, String uri, String authorization, RequestTrace trace, Duration deadline) {
        Optional<Backends.Choice> chosen = backends.choose(service, List.of());
        return chosen.isPresent()
                ? get(chosen.get(), uri, authorization, trace, deadline)
                : Future.failedFuture("no address of " + service + " answers");
    }

    private Future<HttpClientResponse> get(
            Backends.Choice choice, String uri, String authorization, RequestTrace trace, Duration deadline) {
        RequestOptions options = choice.upstream()
                .request()
                .setURI(uri)
                .setTimeout(deadline.toMillis())
                .putHeader(HttpHeaders.AUTHORIZATION, authorization);
        if (trace != null) {
            options.putHeader(RequestTrace.TRACEPARENT_HEADER, trace.traceparent())
                    .putHeader(RequestTrace.REQUEST_ID_HEADER, trace.requestId());
        }
        // An answer that is late for us may be in time for others: only what cannot be reached counts against an
        // address.
        return client.request(options)
                .onFailure(failure -> choice.failed())
                .compose(Calls::send)
                .onSuccess(answered -> choice.answered())
                .onComplete(over -> choice.done());
    }

    /** Failures are the future's affair; without a handler Vert.x would log each as an error besides. */
    private static Future<HttpClientResponse> send(HttpClientRequest request) {
        return request.exceptionHandler(told -> {}).send();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
