package org.summertrip.messaging.conversation;

import java.time.Instant;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.outbox.Slot;

/**
 * What a conversation is, the same for everybody in it.
 *
 * @param lastMessageId null while nothing has been said; otherwise a message of the last minute in which something was
 */
record Head(UUID id, Kind kind, String title, UUID groupId, UUID createdBy, Instant createdAt, UUID lastMessageId) {
    /** The place in time that the latest activity is not behind. */
    UUID latestPossible() {
        return lastMessageId == null ? Uuid7.floor(createdAt) : Uuid7.floor(Slot.end(Slot.of(lastMessageId)));
    }
}
