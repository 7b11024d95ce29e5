package org.summertrip.graph.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Every job there is. */
@RegisterForReflection
public enum JobName {
    /** Communities and influence. */
    @JsonProperty("analysis")
    ANALYSIS("analysis"),
    /** Findings by the rules for anomalies. */
    @JsonProperty("anomalies")
    ANOMALIES("anomalies");

    private final String value;

    JobName(String value) {
        this.value = value;
    }

    static JobName of(String value) {
        return ANALYSIS.value.equals(value) ? ANALYSIS : ANOMALIES;
    }

    @Override
    public String toString() {
        return value;
    }
}
