package org.summertrip.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is known by.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one of ours
 * @param traceId 32 hex digits: of the span that is recorded, otherwise from {@code traceparent} (W3C Trace Context) or fresh
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

    /** The header to send onwards: same trace, a span of our own. Where traces are recorded, the HTTP client writes the recorded one. */
    public String traceparent() {
        return "00-" + traceId + '-' + someHex() + (sampled ? "-01" : "-00");
    }

    private static RequestTrace read(HttpServerRequest request) {
        String requestId = request.getHeader(REQUEST_ID_HEADER);
        if (requestId == null || !REQUEST_ID.matcher(requestId).matches()) {
            requestId = someHex() + someHex();
        }
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return new RequestTrace(requestId, span.getTraceId(), span.isSampled());
        }
        String traceparent = request.getHeader(TRACEPARENT_HEADER);
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (matcher.matches()) {
            boolean sampled = (Integer.parseInt(matcher.group(2), 16) & 1) == 1;
            return new RequestTrace(requestId, matcher.group(1), sampled);
        }
        return new RequestTrace(requestId, someHex() + someHex(), false);
    }

    /** Sixteen digits, never all zero. Ids of requests are no secrets: they need not cost a look at the system's entropy. */
    private static String someHex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
