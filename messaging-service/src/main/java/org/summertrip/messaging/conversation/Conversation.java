package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.messaging.message.Message;

/** A conversation as one of its participants sees it. */
@RegisterForReflection
@Schema(example = ConversationExamples.CONVERSATION)
public record Conversation(
        UUID id,
        Kind kind,

        @Schema(description = "Null for a conversation that nobody gave a title")
        String title,

        @Schema(description = "The trip that it belongs to, otherwise null")
        UUID groupId,

        List<UUID> participantIds,

        @Schema(description = "Null while nothing has been said")
        Message lastMessage,

        @Schema(description = "Messages of others that the caller has not read, counted up to 1,000")
        int unreadCount,

        @Schema(description = "The newest message that the caller has marked as read, or null")
        UUID lastReadMessageId,

        boolean muted,
        Instant createdAt) {
    public Conversation {
        participantIds = List.copyOf(participantIds);
    }
}
