package org.summertrip.gateway.home;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.summertrip.gateway.FilterOrder;
import org.summertrip.gateway.GatewayError;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.route.ServedPath;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.trace.RequestTrace;

/**
 * Everything that is held about a person, from all services in one document (GDPR, articles 15 and 20). Whole or not at all: an export
 * that silently lacks a part would be a false statement. A filter rather than a resource, because it streams.
 */
@Singleton
public class ExportFilter {
    private static final Logger LOG = Logger.getLogger(ExportFilter.class);
    private static final String PATH = "/users/me/export";
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Spool spool;
    private final ComposeConfig config;
    private final Refusals refusals;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();

    public ExportFilter(Spool spool, ComposeConfig config, Refusals refusals, Clock clock) {
        this.spool = spool;
        this.config = config;
        this.refusals = refusals;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FilterOrder.COMPOSE.priority());
    }

    private void answer(RoutingContext context) {
        boolean asked = ServedPath.of(context)
                .map(ServedPath::template)
                .filter(PATH::equals)
                .isPresent();
        HttpMethod method = context.request().method();
        if (!asked || !HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            context.next();
        } else if (HttpMethod.HEAD.equals(method)) {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end();
        } else if (underWay.incrementAndGet() > config.exports()) {
            underWay.decrementAndGet();
            refusals.send(context, CommonError.UNAVAILABLE, "Other exports are being made", RETRY);
        } else {
            export(context);
        }
    }

    private void export(RoutingContext context) {
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        spool.collect(context.request().getHeader(HttpHeaders.AUTHORIZATION), RequestTrace.of(context))
                .compose(parts -> parts.send(now, context.response()))
                .onFailure(failure -> refuse(context, failure))
                .onComplete(over -> underWay.decrementAndGet());
    }

    private void refuse(RoutingContext context, Throwable failure) {
        LOG.warnf("export not made cause=%s", failure);
        if (context.response().headWritten()) {
            context.request().connection().close();
        } else {
            refusals.send(context, GatewayError.EXPORT_INCOMPLETE, failure.getMessage(), RETRY);
        }
    }
}
