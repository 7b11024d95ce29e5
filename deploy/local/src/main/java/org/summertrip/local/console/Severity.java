package org.summertrip.local.console;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bad a line of a log is, in the dialects of Quarkus and of all five stores. */
enum Severity {
    QUIET,
    WARNING;

    /** The level is in front, not somewhere in the text. */
    private static final int HEAD = 100;

    private static final Pattern WORD =
            Pattern.compile("\\b(TRACE|DEBUG|INFO|NOTICE|LOG|HINT|DETAIL|STATEMENT|WARN|WARNING|ERROR|FATAL|PANIC)\\b");
    private static final Pattern REDIS = Pattern.compile("^\\d+:[A-Z] .{10,30} ([.\\-*#]) ");
    private static final Set<String> BAD = Set.of("WARN", "WARNING", "ERROR", "FATAL", "PANIC", "#");

    /** Empty if the line does not say, as those of a stack trace: they are as bad as the line before. */
    static Optional<Severity> of(String line) {
        Matcher redis = REDIS.matcher(line);
        if (redis.find()) {
            return Optional.of(named(redis.group(1)));
        }
        Matcher word = WORD.matcher(line.length() > HEAD ? line.substring(0, HEAD) : line);
        return word.find() ? Optional.of(named(word.group(1))) : Optional.empty();
    }

    private static Severity named(String word) {
        return BAD.contains(word) ? WARNING : QUIET;
    }
}
