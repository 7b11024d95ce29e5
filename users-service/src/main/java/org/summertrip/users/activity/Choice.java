package org.summertrip.users.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody thinks of an activity. */
@RegisterForReflection
@Schema(name = "VoteChoice")
public enum Choice {
    @JsonProperty("like")
    LIKE,
    @JsonProperty("dislike")
    DISLIKE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
