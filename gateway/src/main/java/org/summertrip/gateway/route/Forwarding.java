package org.summertrip.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.summertrip.gateway.GatewayConfig;
import org.summertrip.gateway.GatewayConfig.Proxying;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.contract.Operation;

/** Sends requests on: one client with a pool of kept connections per service, and an {@link Exchange} per request. */
@Singleton
public class Forwarding {
    /** Upgrades would pass by the interceptors; sockets end at the gateway itself. */
    private static final ProxyOptions NO_UPGRADES = new ProxyOptions().setSupportWebSocket(false);

    private final GatewayConfig config;
    private final ForwardedHeaders headers;
    private final Refusals refusals;
    private final Vertx vertx;
    private final HttpClient client;

    public Forwarding(GatewayConfig config, ForwardedHeaders headers, Refusals refusals, Vertx vertx) {
        this.config = config;
        this.headers = headers;
        this.refusals = refusals;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options(config.proxy()));
    }

    private static HttpClientOptions options(Proxying proxy) {
        return new HttpClientOptions()
                .setConnectTimeout((int) proxy.connectTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) proxy.idleTimeout().toMillis())
                .setKeepAliveTimeout((int) proxy.keepAlive().toSeconds())
                .setMaxPoolSize(proxy.connections())
                .setMaxWaitQueueSize(proxy.waiting());
    }

    void forward(RoutingContext context, Operation operation) {
        Exchange exchange = new Exchange(
                context,
                operation.service(),
                config.upstreams().get(operation.service()),
                new Exchange.Environment(client, config.proxy(), headers, refusals, vertx));
        HttpProxy.reverseProxy(NO_UPGRADES, client)
                .origin(exchange)
                .addInterceptor(exchange)
                .handle(new ClosingRequest(context.request()));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
