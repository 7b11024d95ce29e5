package org.summertrip.messaging.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What is taken from {@code member.*} events. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MemberFact(UUID groupId, UUID userId, String role, Instant joinedAt, Instant at) {
    MemberFact {
        Objects.requireNonNull(groupId, "groupId");
        Objects.requireNonNull(userId, "userId");
    }

    /** When this became so. */
    Instant since(Instant eventTime) {
        if (joinedAt != null) {
            return joinedAt;
        }
        return at == null ? eventTime : at;
    }
}
