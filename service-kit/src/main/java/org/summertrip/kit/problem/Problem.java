package org.summertrip.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The body of every error answer (RFC 9457).
 *
 * @param type {@code /problems/<code>}
 * @param title short text, the same for every occurrence of the type
 * @param status the HTTP status again, for bodies that are read without their headers
 * @param detail this occurrence, or null
 * @param instance the path that was asked for
 * @param code the stable name to switch on
 * @param traceId what to quote when asking for help; the logs carry the same
 * @param violations everything that is wrong with the input, or null when input is not the matter
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = violations == null || violations.isEmpty() ? null : List.copyOf(violations);
    }

    public static Problem of(
            ErrorCode error, String detail, String instance, String traceId, List<Violation> violations) {
        return new Problem(
                "/problems/" + error.code(),
                error.title(),
                error.status(),
                detail,
                instance,
                error.code(),
                traceId,
                violations);
    }
}
