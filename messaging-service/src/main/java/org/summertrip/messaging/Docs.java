package org.summertrip.messaging;

/** Sentences of the API documentation that every operation shares. */
public final class Docs {
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";

    public static final String UNAUTHENTICATED = "When there is no access token, or not a valid one";
    public static final String UNAVAILABLE =
            "When Cassandra cannot be reached, or Redis while an Idempotency-Key is given; Retry-After says when to try again";
    public static final String NO_CONVERSATION = "When there is no such conversation or the caller takes no part in it";
    public static final String NO_MESSAGE =
            "When there is no such message, or the caller takes no part in its conversation";
    public static final String IN_FLIGHT = "When a request with the same Idempotency-Key is still being served";
    public static final String KEY_REUSED = "When the Idempotency-Key was used with another body";
    public static final String KEY =
            "Names this attempt: repeated with the same body within 24 hours, it gets the first answer again";

    private Docs() {}
}
