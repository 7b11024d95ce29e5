package org.summertrip.messaging.participant;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.UUID;

/** A conversation in somebody's list, with how far they have read it. */
public record Seat(UUID conversationId, Instant joinedAt, Instant leftAt, UUID lastReadMessageId, Instant mutedUntil) {
    static Seat of(Row row) {
        return new Seat(
                row.getUuid("conversation_id"),
                row.getInstant("joined_at"),
                row.getInstant("left_at"),
                row.getUuid("last_read_message_id"),
                row.getInstant("muted_until"));
    }

    public boolean isTaken() {
        return joinedAt != null && (leftAt == null || joinedAt.isAfter(leftAt));
    }

    public boolean isMuted(Instant now) {
        return mutedUntil != null && now.isBefore(mutedUntil);
    }
}
