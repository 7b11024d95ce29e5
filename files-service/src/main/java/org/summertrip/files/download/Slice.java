package org.summertrip.files.download;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of the content a request is about (RFC 9110, 14). */
sealed interface Slice {
    /** One or more ranges in bytes. Other units and nonsense do not match and are therefore ignored, as they may be. */
    Pattern RANGES = Pattern.compile("\\s*bytes\\s*=(.*)", Pattern.CASE_INSENSITIVE);

    Pattern RANGE = Pattern.compile("\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");
    /** Who wants more at once does no good. */
    int MOST = 16;

    /** All of it. */
    record Whole() implements Slice {}

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements Slice {
        long length() {
            return last - first + 1;
        }
    }

    /** Several parts, in the order in which they were asked for. */
    record Parts(List<Part> all) implements Slice {
        public Parts {
            all = List.copyOf(all);
        }
    }

    /** None of it: the range lies outside. */
    record Outside() implements Slice {}

    static Slice of(String header, long size) {
        Matcher ranges = RANGES.matcher(header == null ? "" : header);
        if (!ranges.matches()) {
            return new Whole();
        }
        String[] wanted = ranges.group(1).split(",");
        if (wanted.length > MOST) {
            return new Outside();
        }
        List<Slice> slices =
                Arrays.stream(wanted).map(range -> single(range, size)).toList();
        return slices.stream().anyMatch(Whole.class::isInstance) ? new Whole() : together(slices, size);
    }

    /** Parts that overlap so much that they are more than the whole are answered by the whole. */
    private static Slice together(List<Slice> slices, long size) {
        List<Part> parts = slices.stream()
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .toList();
        if (parts.size() < 2) {
            return parts.isEmpty() ? new Outside() : parts.get(0);
        }
        return parts.stream().mapToLong(Part::length).sum() > size ? new Whole() : new Parts(parts);
    }

    private static Slice single(String range, long size) {
        Matcher matcher = RANGE.matcher(range);
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
