package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.kit.id.Ids;

/**
 * A message as participants see it.
 *
 * @param senderId null once the sender's account has been erased
 * @param content null once it has been deleted
 */
@RegisterForReflection
@Schema(example = MessageExamples.MESSAGE)
public record Message(
        UUID id,
        UUID conversationId,
        UUID senderId,
        String content,
        List<UUID> attachments,
        UUID replyTo,
        List<Reaction> reactions,
        Instant createdAt,
        Instant editedAt,
        boolean deleted) {
    public Message {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        reactions = List.copyOf(reactions);
    }

    /** One that was just written. */
    static Message written(UUID id, UUID senderId, NewMessage message) {
        return new Message(
                id,
                message.conversationId(),
                senderId,
                message.content(),
                message.attachments(),
                message.replyTo(),
                List.of(),
                Ids.timeOf(id),
                null,
                false);
    }
}
