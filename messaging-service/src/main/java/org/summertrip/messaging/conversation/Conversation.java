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

        @Schema(description = "Who takes part, up to a hundred of them")
        List<UUID> participantIds,

        @Schema(description = "Null while nothing has been said")
        Message lastMessage,

        @Schema(
                description =
                        "Messages of others since the caller came that they have not read, deleted ones left out, counted up to 1,000")
        int unreadCount,

        @Schema(description = "The newest message that the caller has marked as read, or null")
        UUID lastReadMessageId,

        @Schema(description = "Whether new messages make no notification at present")
        boolean muted,

        Instant createdAt) {
    public Conversation {
        participantIds = List.copyOf(participantIds);
    }
}
