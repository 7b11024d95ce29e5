package org.summertrip.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ErrorCode;
import org.summertrip.kit.problem.Problem;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.problem.ProblemResponses;
import org.summertrip.kit.trace.RequestTrace;

/** Says no where there is no REST layer yet: the same bodies as the kit's mapper makes. */
@Singleton
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    /** A client that sends on after a refusal is listened to so long, to let it read the answer; then it is cut off. */
    private static final long LINGER_MILLIS = 2_000;

    private final ObjectMapper mapper;
    private final Vertx vertx;

    public Refusals(ObjectMapper mapper, Vertx vertx) {
        this.mapper = mapper;
        this.vertx = vertx;
    }

    public void send(RoutingContext context, ErrorCode error, String detail) {
        send(context, error, detail, null);
    }

    /** Answers with what a failed check means to the caller. */
    public void send(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            send(context, CommonError.UNAUTHENTICATED, "The access token is not valid");
        } else if (failure instanceof ProblemException problem) {
            send(
                    context,
                    problem.error(),
                    problem.detail().orElse(null),
                    problem.retryAfter().orElse(null));
        } else {
            LOG.error("request failed unexpectedly", failure);
            send(context, CommonError.INTERNAL, null);
        }
    }

    public void send(RoutingContext context, ErrorCode error, String detail, Duration retryAfter) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(error.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (retryAfter != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(ProblemResponses.seconds(retryAfter)));
        }
        if (error.status() == CommonError.UNAUTHENTICATED.status()) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        Buffer body = body(context, error, detail);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.end(body);
        drain(context.request());
    }

    /** The body of a refusal, for those who write the answer themselves. */
    public Buffer body(RoutingContext context, ErrorCode error, String detail) {
        String traceId = RequestTrace.of(context).traceId();
        Problem problem = Problem.of(error, detail, context.request().path(), traceId, List.of());
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem can always be written", impossible);
        }
    }

    /** Reads what the client is still sending, into nothing: closing at once could destroy the answer on its way. */
    public void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
        request.end().onComplete(ended -> vertx.cancelTimer(timer));
        request.resume();
    }
}
