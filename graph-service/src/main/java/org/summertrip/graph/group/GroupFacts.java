package org.summertrip.graph.group;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** Data of {@code group.created} and {@code group.updated}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record GroupFacts(
        UUID id,
        String name,
        String description,
        String destination,
        String startsOn,
        String endsOn,
        String visibility,
        Integer maxMembers,
        Instant createdAt,
        Instant updatedAt) {
    GroupFacts {
        if (id == null || createdAt == null || updatedAt == null) {
            throw new IllegalArgumentException("a group needs id, createdAt and updatedAt");
        }
    }

    /** Data of {@code group.deleted}. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Gone(UUID id) {
        Gone {
            if (id == null) {
                throw new IllegalArgumentException("a deletion needs an id");
            }
        }
    }
}
