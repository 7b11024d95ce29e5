package org.summertrip.gateway.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.GatewayError;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.route.ServedPath;

/** Makes sockets of requests for them, looks after them once a second, and lets them go when the gateway stops. */
@Singleton
public class SocketFilter {
    private static final Logger LOG = Logger.getLogger(SocketFilter.class);
    private static final String PATH = "/ws";
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String BEARER = "bearer.";
    private static final long TICK_MILLIS = 250;

    private final Hub hub;
    private final Refusals refusals;
    private final Vertx vertx;
    private final AtomicLong timer = new AtomicLong(-1);

    public SocketFilter(Hub hub, Refusals refusals, Vertx vertx) {
        this.hub = hub;
        this.refusals = refusals;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, FilterOrder.SOCKET.priority());
    }

    void start(@Observes StartupEvent started) {
        timer.set(vertx.setPeriodic(TICK_MILLIS, tick -> lookAfter()));
    }

    /** Still serving, but no longer to be sent anything new: the clients go and resume elsewhere. */
    void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
        hub.connections().all().forEach(connection -> connection.close(CloseCode.RESTART));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer.get());
        hub.connections().all().forEach(connection -> connection.close(CloseCode.RESTART));
    }

    private void open(RoutingContext context) {
        boolean asked = ServedPath.of(context)
                .map(ServedPath::template)
                .filter(PATH::equals)
                .isPresent();
        if (!asked || !"GET".equals(context.request().method().name())) {
            context.next();
        } else if (!"websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE))) {
            context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
            refusals.send(context, GatewayError.UPGRADE_REQUIRED, null);
        } else {
            upgrade(context);
        }
    }

    private void upgrade(RoutingContext routing) {
        Optional<String> token = tokenOf(routing.request().getHeader(PROTOCOLS));
        routing.request()
                .toWebSocket()
                .onSuccess(socket -> begin(socket, token, routing))
                .onFailure(failure -> LOG.debugf("no socket cause=%s", failure));
    }

    private void begin(ServerWebSocket socket, Optional<String> token, RoutingContext routing) {
        Context context = vertx.getOrCreateContext();
        new Connection(socket, context, hub, () -> UpgradedRequest.done(routing.request())).start(token);
    }

    private void lookAfter() {
        long now = hub.now();
        hub.connections().all().forEach(connection -> connection.overdue(now).ifPresent(connection::close));
    }

    private static Optional<String> tokenOf(String protocols) {
        return Optional.ofNullable(protocols)
                .flatMap(all -> Arrays.stream(all.split(","))
                        .map(String::strip)
                        .filter(protocol -> protocol.startsWith(BEARER))
                        .map(protocol -> protocol.substring(BEARER.length()))
                        .findFirst());
    }
}
