package org.summertrip.graph.anomaly;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What is looked for. */
@RegisterForReflection
public enum Rule {
    /** Somebody asked very many people in a very short time. */
    @JsonProperty("request_burst")
    REQUEST_BURST,
    /** Somebody's requests are mostly declined. */
    @JsonProperty("high_reject_rate")
    HIGH_REJECT_RATE,
    /** New accounts that know nobody but each other. */
    @JsonProperty("new_account_ring")
    NEW_ACCOUNT_RING;

    /** From the query parameter, which has been validated; null for none. */
    static Rule of(String value) {
        return value == null ? null : valueOf(value.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
