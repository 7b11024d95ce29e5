package org.summertrip.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP headers have them (RFC 9110, 5.6.7). */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String of(Instant time) {
        return FORMAT.format(time);
    }

    /** The time in a header; empty when there is none or it cannot be read. */
    public static Optional<Instant> read(String header) {
        try {
            return header == null ? Optional.empty() : Optional.of(Instant.from(FORMAT.parse(header.strip())));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
