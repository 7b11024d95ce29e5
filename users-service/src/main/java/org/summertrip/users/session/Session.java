package org.summertrip.users.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sign-in on one device.
 *
 * @param userAgent what the device said of itself, or null
 * @param current whether this very request came from it
 */
@RegisterForReflection
@Schema(
        example =
                "{\"id\":\"019a5f44-66ff-7182-9d76-c1bdae9f8071\",\"createdAt\":\"2026-06-01T08:31:00.000Z\","
                        + "\"lastUsedAt\":\"2026-06-02T07:12:45.000Z\",\"userAgent\":\"Summer-Trip/1.0 (Android 16)\",\"current\":true}")
public record Session(UUID id, Instant createdAt, Instant lastUsedAt, String userAgent, boolean current) {
    static Session of(SessionStore.Stored stored, UUID currentId) {
        return new Session(
                stored.id(),
                stored.createdAt(),
                stored.lastUsedAt(),
                stored.userAgent(),
                stored.id().equals(currentId));
    }
}
