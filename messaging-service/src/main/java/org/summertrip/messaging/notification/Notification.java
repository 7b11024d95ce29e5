package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a person is told. */
@RegisterForReflection
@Schema(example = NotificationExamples.NOTIFICATION)
public record Notification(
        UUID id,
        UUID userId,
        String type,
        String message,

        @Schema(description = "Where it leads, or null") String link,

        State state,
        Instant createdAt) {
    Notification in(State other) {
        return new Notification(id, userId, type, message, link, other, createdAt);
    }
}
