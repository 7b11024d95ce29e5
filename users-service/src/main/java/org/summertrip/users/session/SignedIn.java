package org.summertrip.users.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.users.user.User;

/**
 * What a login or a refresh gives.
 *
 * @param accessToken to send as {@code Authorization: Bearer …}
 * @param refreshToken good for one refresh
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until the access token is good no more
 */
@RegisterForReflection
@Schema(
        example =
                "{\"accessToken\":\"eyJ…\",\"refreshToken\":\"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49.Zk3…\",\"tokenType\":\"Bearer\","
                        + "\"expiresIn\":900,\"user\":{\"id\":\"019a5f3e-7c11-7a52-9d0b-5f6d1c2b3a49\",\"email\":\"ana.silva@example.org\","
                        + "\"firstName\":\"Ana\",\"lastName\":\"Silva\",\"avatarFileId\":null,\"locale\":null,"
                        + "\"createdAt\":\"2026-06-01T08:30:00.000Z\",\"updatedAt\":\"2026-06-01T08:30:00.000Z\"}}")
public record SignedIn(String accessToken, String refreshToken, String tokenType, long expiresIn, User user) {
    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
