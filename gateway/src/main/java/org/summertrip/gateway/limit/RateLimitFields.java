package org.summertrip.gateway.limit;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The fields {@code RateLimit-Policy} and {@code RateLimit} as in draft-ietf-httpapi-ratelimit-headers-11: lists of structured fields
 * (RFC 9651), an item for each policy. When the draft becomes an RFC with other words, this is the class to change.
 */
final class RateLimitFields {
    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";
    private static final long MICROS = 1_000_000;

    private RateLimitFields() {}

    static void write(List<Balance> balances, MultiMap headers) {
        headers.set(POLICY, balances.stream().map(RateLimitFields::policy).collect(Collectors.joining(", ")));
        headers.set(STATE, balances.stream().map(RateLimitFields::state).collect(Collectors.joining(", ")));
    }

    private static String policy(Balance balance) {
        Quota quota = balance.charge().quota();
        String unit = balance.charge().policy().countsBytes() ? ";qu=\"content-bytes\"" : "";
        return name(balance) + ";q=" + quota.amount() + unit + ";w="
                + quota.window().toSeconds();
    }

    private static String state(Balance balance) {
        return name(balance) + ";r=" + balance.remaining() + ";t=" + (balance.resetMicros() + MICROS - 1) / MICROS;
    }

    private static String name(Balance balance) {
        return '"' + balance.charge().policy().code() + '"';
    }
}
