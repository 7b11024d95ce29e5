package org.summertrip.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.summertrip.gateway.Backends;
import org.summertrip.gateway.Backends.Choice;
import org.summertrip.gateway.GatewayConfig.Proxying;
import org.summertrip.gateway.GatewayError;
import org.summertrip.gateway.PerLoop;
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
    private final Duration firstByteTimeout;
    private final Environment environment;
    private final List<Upstream> tried = new ArrayList<>();
    private Choice choice;
    private long timer = NONE;
    private boolean answered;
    private boolean answeredByService;

    Exchange(RoutingContext context, String service, Duration firstByteTimeout, Environment environment) {
        this.context = context;
        this.service = service;
        this.firstByteTimeout = firstByteTimeout;
        this.environment = environment;
        context.addEndHandler(over -> done());
    }

    /**
     * Finds an address that takes the request. Where no connection can be had, nothing was sent yet, so that any request may be tried
     * with the next address; once it has been sent nobody but the client knows whether it may be repeated.
     */
    @Override
    public Future<HttpClientRequest> create(ProxyContext proxy) {
        Optional<Choice> next = environment.backends().choose(service, tried);
        if (next.isEmpty()) {
            return Future.failedFuture("no address answers");
        }
        Choice chosen = next.get();
        choice = chosen;
        RequestOptions request = chosen.upstream()
                .request()
                .setConnectTimeout(environment.limits().connectTimeout().toMillis());
        return environment
                .clients()
                .get()
                .request(request)
                .onSuccess(this::limitTheWait)
                .recover(failure -> {
                    chosen.done();
                    if (failure instanceof ConnectionPoolTooBusyException) {
                        return Future.failedFuture(failure);
                    }
                    chosen.failed();
                    tried.add(chosen.upstream());
                    return create(proxy);
                });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        environment.headers().prepare(proxy.request().headers(), context);
        if (isWithoutBody(context.request())) {
            // Otherwise it would be streamed, nothing in a stream of its own.
            proxy.request().setBody(null);
            context.request().resume();
        }
        return proxy.sendRequest()
                .onComplete(sent -> stopTheClock())
                .onSuccess(answer -> {
                    answeredByService = true;
                    choice.answered();
                })
                .recover(failure -> Future.succeededFuture(unavailable(proxy.request(), failure)));
    }

    private static boolean isWithoutBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse answer = proxy.response();
        if (answeredByService) {
            environment.headers().clean(answer.headers(), choice.upstream());
        }
        dropEmptyBody(answer);
        date(answer);
        if (ShortAnswer.is(answer)) {
            return ShortAnswer.read(answer.getBody())
                    .compose(
                            body -> ShortAnswer.send(answer, body, context.response()),
                            broken -> Future.succeededFuture(refuse(broken)));
        }
        keepDate(answer);
        return proxy.sendResponse();
    }

    private Void refuse(Throwable failure) {
        report(failure);
        environment
                .refusals()
                .send(
                        context,
                        GatewayError.UPSTREAM_UNAVAILABLE,
                        silence(),
                        environment.limits().retryAfter());
        return null;
    }

    private void date(ProxyResponse response) {
        if (!response.headers().contains(HttpHeaders.DATE)) {
            response.putHeader(HttpHeaders.DATE, environment.date().now());
        }
    }

    /** The proxy writes it anew, with a day of one digit. */
    private void keepDate(ProxyResponse response) {
        String date = response.headers().get(HttpHeaders.DATE);
        context.addHeadersEndHandler(head -> context.response().putHeader(HttpHeaders.DATE, date));
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
        // Failures are the future's affair; a client that leaves in the middle of its upload is no error to log.
        sent.exceptionHandler(told -> {});
        HttpServerRequest received = context.request();
        if (received.isEnded()) {
            startTheClock(sent);
        } else {
            received.end().onSuccess(ended -> startTheClock(sent));
        }
    }

    private void startTheClock(HttpClientRequest sent) {
        Duration limit = firstByteTimeout;
        if (!answered) {
            timer = environment
                    .vertx()
                    .setTimer(
                            limit.toMillis(), late -> sent.reset(0, new TimeoutException("no answer within " + limit)));
        }
    }

    private void done() {
        if (choice != null) {
            choice.done();
        }
    }

    private void stopTheClock() {
        answered = true;
        if (timer != NONE) {
            environment.vertx().cancelTimer(timer);
        }
    }

    private ProxyResponse unavailable(ProxyRequest request, Throwable failure) {
        report(failure);
        Buffer problem = environment.refusals().body(context, GatewayError.UPSTREAM_UNAVAILABLE, silence());
        long retryAfter = ProblemResponses.seconds(environment.limits().retryAfter());
        if (request.getBody() != null) {
            request.release();
        }
        ProxyResponse answer = request.response()
                .setStatusCode(GatewayError.UPSTREAM_UNAVAILABLE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter))
                .setBody(Body.body(problem));
        environment.refusals().drain(context.request());
        return answer;
    }

    private void report(Throwable failure) {
        boolean sent = choice != null && !tried.contains(choice.upstream());
        if (!context.response().closed()) {
            if (sent) {
                choice.failed();
            }
            LOG.warnf("upstream unavailable service=%s cause=%s", service, failure);
        }
    }

    private String silence() {
        return service + " does not answer at the moment";
    }

    /** What all exchanges share. */
    record Environment(
            PerLoop<HttpClient> clients,
            Backends backends,
            Proxying limits,
            ForwardedHeaders headers,
            HttpDate date,
            Refusals refusals,
            Vertx vertx) {}
}
