package org.summertrip.messaging.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** Between two, or among several. */
@RegisterForReflection
public enum Kind {
    DIRECT,
    GROUP;

    static Kind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
