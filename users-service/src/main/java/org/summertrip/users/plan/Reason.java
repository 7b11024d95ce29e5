package org.summertrip.users.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something that people like has no time in the plan. */
@RegisterForReflection
@Schema(name = "UnplacedReason")
public enum Reason {
    /** Its fixed time is taken by something that is liked more or was put there by hand. */
    @JsonProperty("overlap")
    OVERLAP,
    /** Its fixed time reaches into the hours between 22:00 and 06:00. */
    @JsonProperty("night")
    NIGHT,
    /** Its fixed time is not on a day that is planned, or no day of the trip is. */
    @JsonProperty("outside-dates")
    OUTSIDE_DATES,
    /** It is longer than any day from 06:00 to 22:00. */
    @JsonProperty("too-long")
    TOO_LONG,
    /** No gap that is left is long enough. */
    @JsonProperty("no-room")
    NO_ROOM;

    static Reason of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
