package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of {@code notification.created}: that somebody was told something, not what. */
@RegisterForReflection
record NotificationCreated(UUID id, UUID userId, String type, Instant createdAt) {
    static NotificationCreated of(Notification notification) {
        return new NotificationCreated(
                notification.id(), notification.userId(), notification.type(), notification.createdAt());
    }
}
