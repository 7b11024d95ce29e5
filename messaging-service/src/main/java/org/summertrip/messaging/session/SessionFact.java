package org.summertrip.messaging.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What is taken from {@code session.started} and {@code session.ended}.
 *
 * @param reason why it ended: {@code closed}, {@code timeout} or {@code gateway-died}
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record SessionFact(UUID sessionId, UUID userId, Instant at, String gateway, String reason) {
    SessionFact {
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(userId, "userId");
    }
}
