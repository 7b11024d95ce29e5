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
import org.summertrip.gateway.Backends;
import org.summertrip.gateway.GatewayConfig;
import org.summertrip.gateway.GatewayConfig.Proxying;
import org.summertrip.gateway.PerLoop;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.contract.Operation;

/** Sends requests on: one client with a pool of kept connections per service, and an {@link Exchange} per request. */
@Singleton
public class Forwarding {
    /** Upgrades would pass by the interceptors; sockets end at the gateway itself. */
    private static final ProxyOptions NO_UPGRADES = new ProxyOptions().setSupportWebSocket(false);

    private final GatewayConfig config;
    private final PerLoop<HttpClient> clients;
    private final Exchange.Environment environment;

    public Forwarding(
            GatewayConfig config,
            Backends backends,
            ForwardedHeaders headers,
            HttpDate date,
            Refusals refusals,
            Vertx vertx) {
        this.config = config;
        HttpClientOptions options = options(config.proxy(), PerLoop.loops(vertx));
        this.clients = new PerLoop<>(vertx, () -> vertx.createHttpClient(options));
        this.environment = new Exchange.Environment(clients, backends, config.proxy(), headers, date, refusals, vertx);
    }

    private static HttpClientOptions options(Proxying proxy, int loops) {
        return new HttpClientOptions()
                .setConnectTimeout((int) proxy.connectTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) proxy.idleTimeout().toMillis())
                .setKeepAliveTimeout((int) proxy.keepAlive().toSeconds())
                .setMaxPoolSize(share(proxy.connections(), loops))
                .setMaxWaitQueueSize(share(proxy.waiting(), loops));
    }

    /** Twice the even part, because clients' connections are not spread evenly. */
    private static int share(int whole, int loops) {
        return Math.min(whole, (2 * whole + loops - 1) / loops);
    }

    void forward(RoutingContext context, Operation operation) {
        Exchange exchange = new Exchange(
                context,
                operation.service(),
                config.proxy()
                        .firstByteTimeouts()
                        .getOrDefault(operation.template(), config.proxy().firstByteTimeout()),
                environment);
        HttpProxy.reverseProxy(NO_UPGRADES, clients.get())
                .origin(exchange)
                .addInterceptor(exchange)
                .handle(new ClosingRequest(context.request()));
    }

    @PreDestroy
    void close() {
        clients.all().forEach(HttpClient::close);
    }
}
