package org.summertrip.graph.user;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** Data of {@code user.created} and {@code user.updated}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record UserFacts(UUID id, String firstName, String lastName, UUID avatarFileId, Instant createdAt, Instant updatedAt) {
    UserFacts {
        if (id == null || createdAt == null || updatedAt == null) {
            throw new IllegalArgumentException("a person needs id, createdAt and updatedAt");
        }
    }

    /** Data of {@code user.erased}. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Gone(UUID id) {
        Gone {
            if (id == null) {
                throw new IllegalArgumentException("an erasure needs an id");
            }
        }
    }
}
