package org.summertrip.gateway.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The path of a request, segment by segment, exactly as it was sent.
 *
 * <p>Only canonical paths are accepted. Whatever another reader might decode, merge or resolve into a different path is refused
 * instead of normalised, because the gateway and a service that normalise differently disagree about what was asked for.
 */
record RequestPath(List<String> segments) {
    private static final int HEX = 16;
    private static final int ESCAPE = 3;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    /** Empty when the path is not canonical. */
    static Optional<RequestPath> of(String uri) {
        int end = uri.indexOf('?');
        String path = end < 0 ? uri : uri.substring(0, end);
        if (!path.startsWith("/") || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 || path.indexOf('#') >= 0) {
            return Optional.empty();
        }
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i == segments.size() - 1;
            if (!isCanonical(segments.get(i), last)) {
                return Optional.empty();
            }
        }
        return Optional.of(new RequestPath(segments));
    }

    private static boolean isCanonical(String segment, boolean last) {
        return switch (segment) {
            case ".", ".." -> false;
            case "" -> last;
            default -> segment.indexOf('%') < 0 || isCanonicallyEscaped(segment);
        };
    }

    /** Escapes that no encoder writes exist to hide something; broken ones mean something else to every reader. */
    private static boolean isCanonicallyEscaped(String segment) {
        ByteArrayOutputStream escaped = new ByteArrayOutputStream();
        for (int i = segment.indexOf('%'); i >= 0; i = segment.indexOf('%', i + ESCAPE)) {
            if (i + ESCAPE > segment.length()) {
                return false;
            }
            int high = Character.digit(segment.charAt(i + 1), HEX);
            int low = Character.digit(segment.charAt(i + 2), HEX);
            int value = high * HEX + low;
            if (high < 0 || low < 0 || hides(value)) {
                return false;
            }
            escaped.write(value);
        }
        return isUtf8(escaped.toByteArray());
    }

    private static boolean hides(int value) {
        return value < FIRST_PRINTABLE
                || value == DELETE
                || value == '/'
                || value == '\\'
                || value == '.'
                || value == '-'
                || value == '_'
                || value >= '0' && value <= '9'
                || value >= 'A' && value <= 'Z'
                || value >= 'a' && value <= 'z';
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
