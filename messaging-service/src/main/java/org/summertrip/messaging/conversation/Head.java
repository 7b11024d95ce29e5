package org.summertrip.messaging.conversation;

import java.time.Instant;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;

/**
 * What a conversation is, the same for everybody in it.
 *
 * @param lastMessageId null while nothing has been said
 */
record Head(UUID id, Kind kind, String title, UUID groupId, UUID createdBy, Instant createdAt, UUID lastMessageId) {
    /** A place in time: the last message, or the beginning. */
    UUID latestActivity() {
        return lastMessageId == null ? Uuid7.floor(createdAt) : lastMessageId;
    }
}
