package org.summertrip.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one exception that services throw to say no. It is a {@link WebApplicationException} only because Quarkus REST lets
 * nothing else out of parameter converters and body readers unchanged.
 */
public class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode error;
    private final transient List<Violation> violations;
    private final Duration retryAfter;

    public ProblemException(ErrorCode error) {
        this(error, null, List.of(), null, null);
    }

    public ProblemException(ErrorCode error, String detail) {
        this(error, detail, List.of(), null, null);
    }

    private ProblemException(
            ErrorCode error, String detail, List<Violation> violations, Duration retryAfter, Throwable cause) {
        super(
                detail == null ? error.title() : detail,
                cause,
                Response.status(error.status()).build());
        this.error = error;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** 400 with everything that is wrong. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(CommonError.INVALID_INPUT, null, violations, null, null);
    }

    /** 400 with the one thing that is wrong. */
    public static ProblemException invalid(String field, String in, String message) {
        return invalid(List.of(new Violation(field, in, message)));
    }

    /** 404, also for what exists but must not be seen. */
    public static ProblemException notFound() {
        return new ProblemException(CommonError.NOT_FOUND);
    }

    /** 429: come back after the given time, rounded up to seconds on the wire. */
    public static ProblemException tooManyRequests(String detail, Duration retryAfter) {
        return new ProblemException(CommonError.TOO_MANY_REQUESTS, detail, List.of(), retryAfter, null);
    }

    /** 503: what is needed to answer is not there now; the cause is logged, never sent. */
    public static ProblemException unavailable(String detail, Duration retryAfter, Throwable cause) {
        return new ProblemException(CommonError.UNAVAILABLE, detail, List.of(), retryAfter, cause);
    }

    public ErrorCode error() {
        return error;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** What this occurrence adds to the title, if anything. */
    public Optional<String> detail() {
        return getMessage().equals(error.title()) ? Optional.empty() : Optional.of(getMessage());
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
