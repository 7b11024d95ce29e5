package org.summertrip.messaging.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is taken from {@code user.*} events. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record PersonFact(UUID id, String firstName, String lastName, Instant updatedAt) {
    PersonFact {
        Objects.requireNonNull(id, "id");
    }

    /** First and last name as far as there are any, never null. */
    String name() {
        return Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** When this became so. */
    Instant since(Instant eventTime) {
        return updatedAt == null ? eventTime : updatedAt;
    }
}
