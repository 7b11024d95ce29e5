package org.summertrip.files.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Takes a form apart (RFC 2046, 5.1.1) however it is cut up on its way. Content is looked at here and there only and never copied, where
 * the parser of Quarkus REST looks at each byte: that took more time than hashing it.
 */
final class FormParser {
    /** What there is in a form. */
    interface Parts {
        /** A part begins. Names of headers are compared without case; of several of one name the first counts. */
        void begin(Map<String, String> headers);

        void content(ByteBuffer bytes);
    }

    private enum State {
        PREAMBLE,
        DELIMITED,
        HEADERS,
        CONTENT,
        ENDED
    }

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final String LAST = "--";

    private final Parts parts;
    private final BytePattern delimiter;
    private final BytePattern lineEnd = new BytePattern(LINE_END);
    private State state = State.PREAMBLE;
    private Map<String, String> headers;
    /** What cannot be understood before more has come. A form begins as if there were a line before it. */
    private ByteBuffer rest = ByteBuffer.wrap(LINE_END);

    FormParser(String boundary, Parts parts) {
        this.parts = parts;
        this.delimiter = new BytePattern(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    void read(ByteBuffer more) {
        ByteBuffer bytes = rest.hasRemaining() ? joined(rest, more) : more;
        while (step(bytes)) {
            // What is understood is behind the buffer's position.
        }
        rest = joined(bytes, ByteBuffer.allocate(0));
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    /** Whether there may be more to understand without more bytes. */
    private boolean step(ByteBuffer bytes) {
        return switch (state) {
            case PREAMBLE, CONTENT -> toDelimiter(bytes);
            case DELIMITED -> afterDelimiter(bytes);
            case HEADERS -> header(bytes);
            case ENDED -> {
                bytes.position(bytes.limit());
                yield false;
            }
        };
    }

    private boolean toDelimiter(ByteBuffer bytes) {
        int found = delimiter.find(bytes);
        pass(bytes, found < 0 ? bytes.limit() - delimiter.begunAtTheEndOf(bytes) : found);
        if (found < 0) {
            return false;
        }
        bytes.position(found + delimiter.length());
        state = State.DELIMITED;
        return true;
    }

    private void pass(ByteBuffer bytes, int end) {
        if (state == State.CONTENT && end > bytes.position()) {
            parts.content(bytes.slice(bytes.position(), end - bytes.position()));
        }
        bytes.position(end);
    }

    /** The last delimiter ends with two hyphens, every other one with its line. */
    private boolean afterDelimiter(ByteBuffer bytes) {
        if (bytes.remaining() < LAST.length()) {
            return false;
        }
        if (bytes.get(bytes.position()) == '-' && bytes.get(bytes.position() + 1) == '-') {
            state = State.ENDED;
            return true;
        }
        String padding = line(bytes);
        if (padding == null) {
            return false;
        }
        if (!padding.isBlank()) {
            throw malformed();
        }
        headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        state = State.HEADERS;
        return true;
    }

    private boolean header(ByteBuffer bytes) {
        String line = line(bytes);
        if (line == null) {
            return false;
        }
        if (line.isEmpty()) {
            state = State.CONTENT;
            parts.begin(headers);
            return true;
        }
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw malformed();
        }
        headers.putIfAbsent(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        return true;
    }

    /** The next line without its end; null while its end has not come. */
    private String line(ByteBuffer bytes) {
        int end = lineEnd.find(bytes);
        if (end < 0) {
            return null;
        }
        byte[] line = new byte[end - bytes.position()];
        bytes.get(line);
        bytes.position(end + lineEnd.length());
        return new String(line, StandardCharsets.UTF_8);
    }

    static ProblemException malformed() {
        return new ProblemException(CommonError.INVALID_INPUT, "The body is not a complete multipart/form-data form");
    }
}
