package org.summertrip.local.command;

import java.util.ArrayList;
import java.util.List;

/** The answer of {@code deploy/status}, for people. */
record StatusTable(List<Row> rows) {

    static final String UP = "UP";
    private static final String FORMAT = "%-18s %8s %6s %8s  %s";

    /** @param memory in kilobytes */
    record Row(String component, long process, int port, long memory, String state) {

        static Row absent(String component) {
            return new Row(component, 0, 0, 0, "DOWN");
        }

        private String line() {
            return FORMAT.formatted(component, orDash(process), orDash(port), megabytes(memory), state);
        }

        private static String orDash(long number) {
            return number == 0 ? "-" : Long.toString(number);
        }
    }

    boolean isAllUp() {
        return rows.stream().allMatch(row -> row.state().equals(UP));
    }

    long totalMemory() {
        return rows.stream().mapToLong(Row::memory).sum();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(FORMAT.formatted("component", "process", "port", "memory", "state"));
        rows.forEach(row -> lines.add(row.line()));
        lines.add(FORMAT.formatted("all", "", "", megabytes(totalMemory()), isAllUp() ? UP : "NOT ALL UP"));
        return lines;
    }

    static String megabytes(long kilobytes) {
        return kilobytes == 0 ? "-" : kilobytes / 1024 + " MB";
    }
}
