package org.summertrip.files.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of the content a request is about (RFC 9110, 14). */
sealed interface Slice {
    /** A single range in bytes. Several ranges, other units and nonsense do not match and are therefore ignored, as they may be. */
    Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** All of it. */
    record Whole() implements Slice {}

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements Slice {
        long length() {
            return last - first + 1;
        }
    }

    /** None of it: the range lies outside. */
    record Outside() implements Slice {}

    static Slice of(String range, long size) {
        Matcher matcher = SINGLE.matcher(range == null ? "" : range);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return new Whole();
        }
        return matcher.group(1).isEmpty()
                ? suffix(Long.parseLong(matcher.group(2)), size)
                : fromTo(Long.parseLong(matcher.group(1)), matcher.group(2), size);
    }

    private static Slice suffix(long length, long size) {
        return length == 0 || size == 0 ? new Outside() : new Part(Math.max(0, size - length), size - 1);
    }

    private static Slice fromTo(long first, String end, long size) {
        long last = end.isEmpty() ? size - 1 : Math.min(Long.parseLong(end), size - 1);
        if (!end.isEmpty() && Long.parseLong(end) < first) {
            return new Whole();
        }
        return first >= size ? new Outside() : new Part(first, last);
    }
}
