package org.summertrip.kit.problem;

/** The ways of saying no that every service shares. */
public enum CommonError implements ErrorCode {
    INVALID_INPUT(400, "invalid-input", "The request is not valid"),
    MALFORMED_JSON(400, "malformed-json", "The body is not well-formed JSON"),
    INVALID_CURSOR(400, "invalid-cursor", "The cursor does not belong to this list"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid access token is needed"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    NOT_FOUND(404, "not-found", "There is no such thing, or it is not visible to you"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This path does not take that method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "No representation of this media type"),
    CONFLICT(409, "conflict", "The present state does not allow this"),
    IDEMPOTENCY_IN_FLIGHT(409, "idempotency-in-flight", "A request with this Idempotency-Key is still being served"),
    PRECONDITION_FAILED(412, "precondition-failed", "It has changed since you read it"),
    TOO_LARGE(413, "too-large", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body's media type is not supported"),
    RANGE_NOT_SATISFIABLE(416, "range-not-satisfiable", "The range lies outside of the content"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "This Idempotency-Key was used with another body"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    INTERNAL(500, "internal", "Something went wrong on our side"),
    UNAVAILABLE(503, "unavailable", "Temporarily unavailable, try again");

    private final int status;
    private final String code;
    private final String title;

    CommonError(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The entry for an HTTP status that something else decided on; 500 for a status that is not listed. */
    public static CommonError of(int status) {
        return switch (status) {
            case 400 -> INVALID_INPUT;
            case 409 -> CONFLICT;
            default -> {
                for (CommonError error : values()) {
                    if (error.status == status) {
                        yield error;
                    }
                }
                yield INTERNAL;
            }
        };
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
