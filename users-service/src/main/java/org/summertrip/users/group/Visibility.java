package org.summertrip.users.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Who can see and join a group. */
@RegisterForReflection
public enum Visibility {
    /** Readable and joinable by everybody. */
    @JsonProperty("open")
    OPEN("open"),
    /** Not listed; its head can be read by id; joining is a request that an admin answers. */
    @JsonProperty("closed")
    CLOSED("closed"),
    /** By invitation only; to everybody else it does not exist. */
    @JsonProperty("private")
    PRIVATE("private");

    private final String text;

    Visibility(String text) {
        this.text = text;
    }

    static Visibility of(String text) {
        for (Visibility visibility : values()) {
            if (visibility.text.equals(text)) {
                return visibility;
            }
        }
        throw new IllegalArgumentException(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
