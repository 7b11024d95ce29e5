package org.summertrip.messaging.conversation;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.participant.Seats;

/** Every query of {@code conversations} and {@code direct_conversations}. */
@Singleton
class ConversationStore {
    private static final Query INSERT = Query.of("""
            INSERT INTO conversations (conversation_id, kind, title, group_id, created_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?""");
    /** Nobody's list leads to an ended conversation any more, so who began it could not be forgotten later. */
    private static final Query END = Query.of("""
            UPDATE conversations USING TIMESTAMP ? SET ended_at = ?, created_by = 00000000-0000-0000-0000-000000000000
            WHERE conversation_id = ?""");

    private static final Query FIND = Query.of("""
            SELECT conversation_id, kind, title, group_id, created_by, created_at, last_message_id, ended_at
            FROM conversations WHERE conversation_id = ?""");
    private static final Query CLAIM = Query.conditional(
            "INSERT INTO direct_conversations (lower_user, upper_user, conversation_id) VALUES (?, ?, ?) IF NOT EXISTS");

    private final Cql cql;
    private final Seats seats;

    ConversationStore(Cql cql, Seats seats) {
        this.cql = cql;
        this.seats = seats;
    }

    /** Settles which conversation is that of a pair: the first of all concurrent callers decides, the others learn it. */
    Uni<DirectClaim> claim(UUID one, UUID other, UUID proposed) {
        UUID lower = one.compareTo(other) < 0 ? one : other;
        UUID upper = lower.equals(one) ? other : one;
        return cql.execute(CLAIM, lower, upper, proposed)
                .map(claimed -> claimed.wasApplied()
                        ? new DirectClaim(proposed, true)
                        : new DirectClaim(claimed.one().getUuid("conversation_id"), false));
    }

    /** Writes a conversation with those who take part in it; the same again when repeated. */
    Uni<Void> create(Head head, Collection<UUID> userIds, String role) {
        long writeTime = WriteTime.of(head.createdAt(), 0);
        List<Write> together = new ArrayList<>();
        together.add(inserting(head, writeTime));
        userIds.forEach(userId -> together.addAll(
                seats.seating(head.id(), userId, role, head.createdAt(), peerOf(userId, head, userIds), writeTime)));
        return cql.atomically(together);
    }

    private static UUID peerOf(UUID userId, Head head, Collection<UUID> userIds) {
        return head.kind() == Kind.GROUP
                ? null
                : userIds.stream()
                        .filter(other -> !other.equals(userId))
                        .findFirst()
                        .orElseThrow();
    }

    Uni<Void> put(Head head, long writeTime) {
        return cql.atomically(List.of(inserting(head, writeTime)));
    }

    /** Ends a conversation for good: whatever older facts of it still arrive. */
    Uni<Void> end(UUID conversationId, Instant at, long writeTime) {
        return cql.run(END, writeTime, at, conversationId);
    }

    Uni<Boolean> hasEnded(UUID conversationId) {
        return cql.one(FIND, conversationId)
                .map(row -> row.filter(found -> found.getInstant("ended_at") != null)
                        .isPresent());
    }

    /** A conversation that has begun, as far as is known here, and not ended. */
    Uni<Optional<Head>> find(UUID conversationId) {
        return cql.one(FIND, conversationId)
                .map(row -> row.filter(found -> found.getString("kind") != null && found.getInstant("ended_at") == null)
                        .map(ConversationStore::head));
    }

    private static Write inserting(Head head, long writeTime) {
        return new Write(
                INSERT,
                head.id(),
                head.kind().text(),
                head.title(),
                head.groupId(),
                head.createdBy(),
                head.createdAt(),
                writeTime);
    }

    private static Head head(Row row) {
        UUID id = row.getUuid("conversation_id");
        Instant createdAt = row.getInstant("created_at");
        return new Head(
                id,
                Kind.of(row.getString("kind")),
                row.getString("title"),
                row.getUuid("group_id"),
                Uuid7.known(row.getUuid("created_by")),
                createdAt == null ? Ids.timeOf(id) : createdAt,
                row.getUuid("last_message_id"));
    }
}
