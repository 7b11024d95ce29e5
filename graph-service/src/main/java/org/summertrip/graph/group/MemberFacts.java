package org.summertrip.graph.group;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * Data of every {@code member.*} event.
 *
 * @param role absent when somebody leaves
 * @param at when; called {@code joinedAt} when somebody joins
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MemberFacts(
        UUID groupId,
        UUID userId,
        String role,
        @JsonAlias("joinedAt") Instant at) {
    MemberFacts {
        if (groupId == null || userId == null || at == null) {
            throw new IllegalArgumentException("a membership needs groupId, userId and a time");
        }
    }
}
