package org.summertrip.messaging.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is taken from {@code group.*} events. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record GroupFact(UUID id, String name, UUID createdBy, Instant createdAt, Instant updatedAt) {
    GroupFact {
        Objects.requireNonNull(id, "id");
    }

    /** When this became so. */
    Instant since(Instant eventTime) {
        return updatedAt == null ? eventTime : updatedAt;
    }
}
