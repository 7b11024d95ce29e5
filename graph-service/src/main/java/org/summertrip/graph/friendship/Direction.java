package org.summertrip.graph.friendship;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which way a request goes, as seen by the caller. */
@RegisterForReflection
public enum Direction {
    @JsonProperty("in")
    IN("in"),
    @JsonProperty("out")
    OUT("out");

    private final String value;

    Direction(String value) {
        this.value = value;
    }

    /** From the query parameter, which has been validated. */
    static Direction of(String value) {
        return OUT.value.equals(value) ? OUT : IN;
    }

    @Override
    public String toString() {
        return value;
    }
}
