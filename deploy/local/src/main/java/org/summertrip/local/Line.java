package org.summertrip.local;

/** One line about one component, with the names in one column. */
public final class Line {

    private static final String FORMAT = "%-17s  %s";

    private Line() {}

    public static String of(String component, String text) {
        return FORMAT.formatted(component, text);
    }

    /** The stores write theirs in a narrower column. */
    static String ofStore(String line) {
        String[] parts = line.split(" {2,}", 2);
        return parts.length == 2 ? of(parts[0], parts[1]) : line;
    }
}
