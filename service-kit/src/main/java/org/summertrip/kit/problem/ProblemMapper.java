package org.summertrip.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of every service ends here. 4xx are the caller's affair (DEBUG); 5xx are ours (ERROR, with the cause). */
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(2);

    private final ProblemResponses responses;
    private final Outages outages;

    public ProblemMapper(ProblemResponses responses, Outages outages) {
        this.responses = responses;
        this.outages = outages;
    }

    @ServerExceptionMapper
    public Response map(ProblemException problem) {
        if (problem.error().status() >= 500 && problem.getCause() == null) {
            // Turned away on purpose, for want of room: a storm of these must not cost a stack trace each.
            LOG.warnf("request turned away code=%s reason=%s", problem.error().code(), problem.getMessage());
        } else if (problem.error().status() >= 500) {
            LOG.errorf(problem, "request failed code=%s", problem.error().code());
        } else {
            LOG.debugf("request refused code=%s", problem.error().code());
        }
        return responses.of(
                problem.error(),
                problem.detail().orElse(null),
                problem.violations(),
                problem.retryAfter().orElse(null));
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException invalid, UriInfo uri, HttpHeaders headers) {
        List<Violation> violations = ConstraintViolations.of(invalid, uri, headers);
        return responses.of(CommonError.INVALID_INPUT, null, violations, null);
    }

    /** Thrown by Quarkus REST itself: no such path, wrong method, wrong media type, unreadable parameter. */
    @ServerExceptionMapper
    public Response map(WebApplicationException refused) {
        Response original = refused.getResponse();
        if (original.getStatus() >= 500) {
            return map((Throwable) refused);
        }
        if (original.getStatus() < 400) {
            return original;
        }
        return responses.of(CommonError.of(original.getStatus()));
    }

    @ServerExceptionMapper
    public Response map(UnauthorizedException anonymous) {
        return responses.of(CommonError.UNAUTHENTICATED);
    }

    @ServerExceptionMapper
    public Response map(AuthenticationFailedException rejected) {
        return responses.of(CommonError.UNAUTHENTICATED, "The access token is not valid", List.of(), null);
    }

    @ServerExceptionMapper
    public Response map(ForbiddenException forbidden) {
        return responses.of(CommonError.FORBIDDEN);
    }

    @ServerExceptionMapper
    public Response map(Throwable failure) {
        if (outages.isOutage(failure)) {
            LOG.errorf("store unavailable cause=%s", failure.toString());
            return responses.of(CommonError.UNAVAILABLE, null, List.of(), OUTAGE_RETRY);
        }
        LOG.error("request failed unexpectedly", failure);
        return responses.of(CommonError.INTERNAL);
    }
}
