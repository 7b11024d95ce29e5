package org.summertrip.gateway.limit;

import io.vertx.core.MultiMap;
import java.util.List;

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
        // On every answer: without streams and without a string for each item.
        StringBuilder policies = new StringBuilder();
        StringBuilder states = new StringBuilder();
        for (Balance balance : balances) {
            writePolicy(balance.charge(), begin(policies));
            writeState(balance, begin(states));
        }
        headers.set(POLICY, policies.toString());
        headers.set(STATE, states.toString());
    }

    private static StringBuilder begin(StringBuilder item) {
        return item.isEmpty() ? item : item.append(", ");
    }

    private static void writePolicy(Charge charge, StringBuilder policies) {
        String unit = charge.policy().countsBytes() ? ";qu=\"content-bytes\"" : "";
        writeName(charge, policies);
        policies.append(";q=").append(charge.quota().amount()).append(unit);
        policies.append(";w=").append(charge.quota().window().toSeconds());
    }

    private static void writeState(Balance balance, StringBuilder states) {
        writeName(balance.charge(), states);
        states.append(";r=").append(balance.remaining());
        states.append(";t=").append((balance.resetMicros() + MICROS - 1) / MICROS);
    }

    private static void writeName(Charge charge, StringBuilder item) {
        item.append('"').append(charge.policy().code()).append('"');
    }
}
