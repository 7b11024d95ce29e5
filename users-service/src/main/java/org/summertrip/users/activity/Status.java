package org.summertrip.users.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an activity has come. */
@RegisterForReflection
@Schema(name = "ActivityStatus")
public enum Status {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("ongoing")
    ONGOING,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("canceled")
    CANCELED;

    static Status of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
