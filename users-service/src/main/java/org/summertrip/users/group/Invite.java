package org.summertrip.users.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invite.
 *
 * @param token what opens the door; shown once, when the invite is made
 * @param userId whom it is for; null for whoever holds the token
 * @param maxUses null for any number
 */
@RegisterForReflection
@Schema(
        example = "{\"id\":\"019a5f41-22bb-7d4e-9f32-8e7f6a5b4c3d\",\"token\":\"q1Zt5lm3Xn0c8D2eWf7rQK9uYv6sB4hA\","
                + "\"groupId\":\"019a5f40-11aa-7c3d-8e21-7d6f5e4c3b2a\",\"userId\":null,\"expiresAt\":\"2027-08-01T00:00:00.000Z\","
                + "\"maxUses\":5,\"used\":0,\"createdAt\":\"2026-06-01T08:32:00.000Z\"}")
public record Invite(
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) String token,
        UUID groupId,
        UUID userId,
        Instant expiresAt,
        Integer maxUses,
        int used,
        Instant createdAt) {
    static Invite of(InviteEntity row, String token) {
        return new Invite(row.id, token, row.groupId, row.userId, row.expiresAt, row.maxUses, row.used, row.createdAt);
    }

    @Override
    public String toString() {
        return "Invite[" + id + "]";
    }
}
