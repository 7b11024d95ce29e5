package org.summertrip.kit.trace;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is known by.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one of ours
 * @param traceId 32 hex digits, from {@code traceparent} (W3C Trace Context) or fresh
 * @param sampled whether the caller asked for the trace to be recorded
 */
public record RequestTrace(String requestId, String traceId, boolean sampled) {
    public static final String REQUEST_ID_HEADER = "X-Request-Id";
    public static final String TRACEPARENT_HEADER = "traceparent";

    private static final String KEY = RequestTrace.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,128}");

    /** The trace of this request; read from its headers the first time it is asked for. */
    public static RequestTrace of(RoutingContext context) {
        RequestTrace known = context.get(KEY);
        if (known != null) {
            return known;
        }
        RequestTrace read = read(context.request());
        context.put(KEY, read);
        return read;
    }

    /** The header to send onwards: same trace, a span of our own. */
    public String traceparent() {
        long span = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return "00-%s-%016x-%s".formatted(traceId, span, sampled ? "01" : "00");
    }

    private static RequestTrace read(HttpServerRequest request) {
        String requestId = request.getHeader(REQUEST_ID_HEADER);
        if (requestId == null || !REQUEST_ID.matcher(requestId).matches()) {
            requestId = UUID.randomUUID().toString();
        }
        String traceparent = request.getHeader(TRACEPARENT_HEADER);
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (matcher.matches()) {
            boolean sampled = (Integer.parseInt(matcher.group(2), 16) & 1) == 1;
            return new RequestTrace(requestId, matcher.group(1), sampled);
        }
        return new RequestTrace(requestId, UUID.randomUUID().toString().replace("-", ""), false);
    }
}
