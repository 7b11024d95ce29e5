package org.summertrip.messaging.erasure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/** What is taken from {@code user.erased}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record PersonErased(UUID id) {
    PersonErased {
        Objects.requireNonNull(id, "id");
    }
}
