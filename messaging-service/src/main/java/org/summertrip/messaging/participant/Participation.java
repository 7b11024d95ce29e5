package org.summertrip.messaging.participant;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;

/**
 * Somebody's part in a conversation, made of facts that each keep their own newest time. Whoever joined after having left or
 * been banned is in; at a tie, out.
 *
 * @param joinedAt null as long as only a departure has been heard of
 * @param peerId the other one of a direct conversation, otherwise null
 */
public record Participation(
        UUID userId, String role, Instant joinedAt, Instant leftAt, Instant bannedAt, Instant mutedUntil, UUID peerId) {
    static Participation of(Row row) {
        return new Participation(
                row.getUuid("user_id"),
                row.getString("role"),
                row.getInstant("joined_at"),
                row.getInstant("left_at"),
                row.getInstant("banned_at"),
                row.getInstant("muted_until"),
                row.getUuid("peer_id"));
    }

    public boolean isActive() {
        return isAfter(joinedAt, leftAt) && isAfter(joinedAt, bannedAt);
    }

    /** Whoever left keeps what there was until then; whoever was banned, nothing. */
    boolean mayRead() {
        return isAfter(joinedAt, bannedAt);
    }

    /** Only messages older than this id may be read. */
    public UUID end() {
        return isActive() ? Uuid7.NEWEST : Uuid7.floor(leftAt.plusMillis(1));
    }

    /** Nothing older than this counts as unread: it was said before they came. */
    public UUID start() {
        return Uuid7.floor(joinedAt);
    }

    /** Whether they may keep order among the others. */
    public boolean isAdmin() {
        return "owner".equals(role) || "admin".equals(role);
    }

    public boolean isMuted(Instant now) {
        return mutedUntil != null && now.isBefore(mutedUntil);
    }

    private static boolean isAfter(Instant arrival, Instant departure) {
        return arrival != null && (departure == null || arrival.isAfter(departure));
    }
}
