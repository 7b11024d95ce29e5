package org.summertrip.messaging.file;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is taken from {@code file.*} events. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record FileFact(UUID id, UUID ownerId, UUID groupId, Instant createdAt, Instant at) {
    FileFact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ownerId, "ownerId");
    }
}
