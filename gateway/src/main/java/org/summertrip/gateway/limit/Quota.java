package org.summertrip.gateway.limit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So much per window; all of it may come at once, and it grows back evenly.
 *
 * @param amount requests or bytes
 * @param window in whole seconds, because the header knows nothing finer
 */
@RegisterForReflection
public record Quota(long amount, Duration window) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})([KMG]?)/(\\d{0,6})(s|m|h|d)");
    private static final int KILO = 1024;

    public Quota {
        if (amount < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("a quota is at least 1/1s");
        }
    }

    /** Reads {@code 1000/5s}, {@code 30/m}, {@code 10G/h}; the configuration calls it. */
    public static Quota of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is not a quota like 1000/5s, 30/m or 10G/h");
        }
        long factor = switch (matcher.group(2)) {
            case "K" -> KILO;
            case "M" -> (long) KILO * KILO;
            case "G" -> (long) KILO * KILO * KILO;
            default -> 1;
        };
        String count = matcher.group(3).isEmpty() ? "1" : matcher.group(3);
        String unit = matcher.group(4).toUpperCase(Locale.ROOT);
        Duration window = Duration.parse(unit.equals("D") ? "P" + count + unit : "PT" + count + unit);
        return new Quota(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor), window);
    }

    /** How many whole units grow back within this time; never more than half of all. */
    long grownWithin(Duration time) {
        return (long) Math.min(amount / 2, time.toNanos() / 1000.0 / microsPerUnit());
    }

    /** How long one unit takes to grow back, in microseconds; a fraction for large quotas. */
    double microsPerUnit() {
        return window.toNanos() / 1000.0 / amount;
    }
}
