package org.summertrip.gateway.route;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.GatewayConfig;
import org.summertrip.gateway.GatewayError;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.contract.Contract;
import org.summertrip.gateway.contract.Contracts;
import org.summertrip.gateway.contract.Operation;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ErrorCode;

/** Finds out what is asked for, and, once the caller is known, sends it on. */
@Singleton
public class RouteFilter {
    /** Where Quarkus' metrics look for the template, without which every id would become a time series of its own. */
    private static final String METRICS_TEMPLATE = "UrlPathTemplate";

    private static final String REFUSED = RouteFilter.class.getName() + ".refused";

    private final RouteTable routes;
    private final Forwarding forwarding;
    private final Refusals refusals;
    private final long jsonBodyLimit;

    public RouteFilter(RouteTable routes, Forwarding forwarding, Refusals refusals, GatewayConfig config) {
        this.routes = routes;
        this.forwarding = forwarding;
        this.refusals = refusals;
        this.jsonBodyLimit = config.jsonBodyLimit().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::match, FilterOrder.MATCH.priority());
        filters.register(this::refuse, FilterOrder.REFUSE.priority());
        filters.register(this::forward, FilterOrder.FORWARD.priority());
    }

    private void match(RoutingContext context) {
        Optional<RequestPath> path = RequestPath.of(context.request().uri());
        if (path.isEmpty()) {
            nameForMetrics(context, "/ambiguous-path");
            context.put(REFUSED, GatewayError.AMBIGUOUS_PATH);
        } else if (Contract.isInternal(path.get().segments().get(0))) {
            context.put(REFUSED, CommonError.NOT_FOUND);
        } else {
            routes.find(path.get()).ifPresent(served -> {
                nameForMetrics(context, served.template());
                served.attachTo(context);
            });
        }
        context.next();
    }

    private void refuse(RoutingContext context) {
        ErrorCode refused = context.get(REFUSED);
        if (refused == null) {
            context.next();
        } else {
            boolean ambiguous = refused == GatewayError.AMBIGUOUS_PATH;
            refusals.send(
                    context, refused, ambiguous ? "Dots, escapes or slashes in it could be read in two ways" : null);
        }
    }

    private void forward(RoutingContext context) {
        ServedPath.of(context).ifPresentOrElse(served -> forward(context, served), context::next);
    }

    private void forward(RoutingContext context, ServedPath served) {
        HttpServerRequest request = context.request();
        Optional<Operation> operation = served.operation(request.method());
        if (operation.isEmpty()) {
            context.response().putHeader(HttpHeaders.ALLOW, served.allow());
            refusals.send(context, CommonError.METHOD_NOT_ALLOWED, null);
        } else if (operation.get().service().equals(Contracts.OWN_SERVICE)) {
            context.next();
        } else if (isOversizedJson(request)) {
            refusals.send(context, CommonError.TOO_LARGE, "A JSON body may have at most " + jsonBodyLimit + " bytes");
        } else if (isStrangelyEncoded(request)) {
            refusals.send(context, CommonError.INVALID_INPUT, "The only transfer encoding understood is chunked");
        } else {
            forwarding.forward(context, operation.get());
        }
    }

    private boolean isOversizedJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (type == null || length == null) {
            return false;
        }
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean json = essence.equals("application/json") || essence.endsWith("+json");
        // A length of more digits than a long has was refused by the HTTP server before.
        return json && Long.parseLong(length.strip()) > jsonBodyLimit;
    }

    private static boolean isStrangelyEncoded(HttpServerRequest request) {
        for (String encoding : request.headers().getAll(HttpHeaders.TRANSFER_ENCODING)) {
            if (!"chunked".equals(encoding)) {
                return true;
            }
        }
        return false;
    }

    private static void nameForMetrics(RoutingContext context, String template) {
        ((HttpServerRequestInternal) context.request()).context().putLocal(METRICS_TEMPLATE, template);
    }
}
