package org.summertrip.files.upload;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a header like {@code form-data; name="file"; filename="a.jpg"} (RFC 2183, RFC 7578), as browsers and curl
 * write them: quotes escaped by a backslash or as {@code %22}, and sometimes {@code filename*} (RFC 8187), which then counts.
 */
final class ContentParameters {
    private final String header;
    private final Map<String, String> found = new HashMap<>();
    private int at;

    private ContentParameters(String header) {
        this.header = header;
    }

    /** The parameters by their names in lower case. */
    static Map<String, String> of(String header) {
        ContentParameters parameters = new ContentParameters(header);
        parameters.at = header.indexOf(';');
        while (parameters.at >= 0 && parameters.at < header.length()) {
            parameters.readOne();
        }
        parameters.preferExtended("filename");
        return parameters.found;
    }

    /** From a semicolon to the next one that is not quoted. */
    private void readOne() {
        int equals = header.indexOf('=', at);
        if (equals < 0) {
            at = -1;
            return;
        }
        String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
        at = equals + 1;
        while (at < header.length() && header.charAt(at) == ' ') {
            at++;
        }
        String value = at < header.length() && header.charAt(at) == '"' ? quoted() : token();
        found.putIfAbsent(name, value);
        at = header.indexOf(';', at);
    }

    private String token() {
        int end = header.indexOf(';', at);
        String value = header.substring(at, end < 0 ? header.length() : end).strip();
        at = end < 0 ? header.length() : end;
        return value;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < header.length() && header.charAt(at) != '"'; at++) {
            boolean escapes = header.charAt(at) == '\\'
                    && at + 1 < header.length()
                    && (header.charAt(at + 1) == '"' || header.charAt(at + 1) == '\\');
            value.append(header.charAt(escapes ? ++at : at));
        }
        return value.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private void preferExtended(String name) {
        String extended = found.get(name + "*");
        String[] parts = extended == null ? new String[0] : extended.split("'", 3);
        if (parts.length == 3) {
            try {
                // Percent-encoding is not form-encoding: a plus sign is one.
                found.put(name, URLDecoder.decode(parts[2].replace("+", "%2B"), Charset.forName(parts[0])));
            } catch (IllegalArgumentException unreadable) {
                found.putIfAbsent(name, parts[2]);
            }
        }
    }
}
