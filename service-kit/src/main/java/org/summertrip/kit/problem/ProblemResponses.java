package org.summertrip.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.summertrip.kit.trace.RequestTrace;

/** Makes the answer out of an error and the request that it belongs to. */
@ApplicationScoped
public class ProblemResponses {
    private final CurrentVertxRequest current;

    public ProblemResponses(CurrentVertxRequest current) {
        this.current = current;
    }

    public Response of(ErrorCode error) {
        return of(error, null, List.of(), null);
    }

    public Response of(ErrorCode error, String detail, List<Violation> violations, Duration retryAfter) {
        RoutingContext request = current.getCurrent();
        Problem problem = Problem.of(
                error,
                detail,
                request == null ? null : request.request().path(),
                request == null ? null : RequestTrace.of(request).traceId(),
                violations);
        Response.ResponseBuilder response =
                Response.status(error.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        if (error.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    /** {@code Retry-After} knows whole seconds only; rounding up never invites a client too early. */
    public static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }
}
