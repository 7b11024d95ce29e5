package org.summertrip.users.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is in a group. */
@RegisterForReflection
@Schema(name = "GroupRole")
public enum Role {
    /** May do everything, also end the group. A group has at least one. */
    @JsonProperty("owner")
    OWNER,
    /** Changes the group, invites, answers requests, shows members the door. */
    @JsonProperty("admin")
    ADMIN,
    /** Goes along. */
    @JsonProperty("member")
    MEMBER;

    static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean leads() {
        return this != MEMBER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
