package org.summertrip.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.summertrip.gateway.GatewayConfig.Proxying;
import org.summertrip.gateway.GatewayError;
import org.summertrip.gateway.Refusals;
import org.summertrip.gateway.Upstream;
import org.summertrip.kit.problem.Problem;
import org.summertrip.kit.problem.ProblemResponses;

/**
 * One request on its way to a service and the answer on its way back. Until the answer has begun, whatever goes wrong is a 503
 * that names the service; afterwards the connection is reset, because an answer that merely ends early looks complete.
 */
final class Exchange implements OriginRequestProvider, ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long NONE = -1;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final RoutingContext context;
    private final String service;
    private final Upstream upstream;
    private final Environment environment;
    private long timer = NONE;
    private boolean answered;

    Exchange(RoutingContext context, String service, Upstream upstream, Environment environment) {
        this.context = context;
        this.service = service;
        this.upstream = upstream;
        this.environment = environment;
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext proxy) {
        RequestOptions request = upstream.request()
                .setConnectTimeout(environment.limits().connectTimeout().toMillis());
        return environment.client().request(request).onSuccess(this::limitTheWait);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        environment.headers().prepare(proxy.request().headers(), context);
        return proxy.sendRequest()
                .onComplete(sent -> stopTheClock())
                .recover(failure -> Future.succeededFuture(unavailable(proxy.request(), failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        environment.headers().clean(proxy.response().headers(), upstream);
        dropEmptyBody(proxy.response());
        return proxy.sendResponse();
    }

    /** The proxy would frame a body of unknown length even where there can be none. */
    private static void dropEmptyBody(ProxyResponse response) {
        boolean empty = response.getStatusCode() == NO_CONTENT || response.getStatusCode() == NOT_MODIFIED;
        if (empty && response.getBody() != null && response.getBody().length() < 0) {
            response.getBody().stream().resume();
            response.setBody(null);
        }
    }

    /** The clock starts with the last byte of the request: an upload may take as long as it moves. */
    private void limitTheWait(HttpClientRequest sent) {
        HttpServerRequest received = context.request();
        if (received.isEnded()) {
            startTheClock(sent);
        } else {
            received.end().onSuccess(ended -> startTheClock(sent));
        }
    }

    private void startTheClock(HttpClientRequest sent) {
        Duration limit = environment.limits().firstByteTimeout();
        if (!answered) {
            timer = environment
                    .vertx()
                    .setTimer(
                            limit.toMillis(), late -> sent.reset(0, new TimeoutException("no answer within " + limit)));
        }
    }

    private void stopTheClock() {
        answered = true;
        if (timer != NONE) {
            environment.vertx().cancelTimer(timer);
        }
    }

    private ProxyResponse unavailable(ProxyRequest request, Throwable failure) {
        if (!context.response().closed()) {
            LOG.warnf("upstream unavailable service=%s cause=%s", service, failure);
        }
        Buffer problem = environment
                .refusals()
                .body(context, GatewayError.UPSTREAM_UNAVAILABLE, service + " does not answer at the moment");
        long retryAfter = ProblemResponses.seconds(environment.limits().retryAfter());
        ProxyResponse answer = request.release()
                .response()
                .setStatusCode(GatewayError.UPSTREAM_UNAVAILABLE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter))
                .setBody(Body.body(problem));
        environment.refusals().drain(context.request());
        return answer;
    }

    /** What all exchanges share. */
    record Environment(HttpClient client, Proxying limits, ForwardedHeaders headers, Refusals refusals, Vertx vertx) {}
}
