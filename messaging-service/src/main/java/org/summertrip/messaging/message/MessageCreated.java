package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The data of {@code message.created}: a message without what was said, which stays in this service. */
@RegisterForReflection
record MessageCreated(
        UUID id, UUID conversationId, UUID senderId, List<UUID> attachments, UUID replyTo, Instant createdAt) {
    static MessageCreated of(Message message) {
        return new MessageCreated(
                message.id(),
                message.conversationId(),
                message.senderId(),
                message.attachments(),
                message.replyTo(),
                message.createdAt());
    }
}
