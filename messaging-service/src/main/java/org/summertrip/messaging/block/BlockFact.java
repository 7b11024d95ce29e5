package org.summertrip.messaging.block;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is taken from {@code user.blocked} and {@code user.unblocked}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record BlockFact(UUID userId, UUID blockedId, Instant at) {
    BlockFact {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(blockedId, "blockedId");
    }

    /** When this became so. */
    Instant since(Instant eventTime) {
        return at == null ? eventTime : at;
    }
}
