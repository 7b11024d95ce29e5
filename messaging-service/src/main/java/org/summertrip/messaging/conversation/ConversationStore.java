package org.summertrip.messaging.conversation;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;
import org.summertrip.messaging.participant.Participants;

/** Every query of {@code conversations} and {@code direct_conversations}. */
@Singleton
class ConversationStore {
    private static final Query INSERT = Query.of("""
            INSERT INTO conversations (conversation_id, kind, title, group_id, created_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?""");
    private static final Query DELETE =
            Query.of("DELETE FROM conversations USING TIMESTAMP ? WHERE conversation_id = ?");
    private static final Query FIND = Query.of("""
            SELECT conversation_id, kind, title, group_id, created_by, created_at
            FROM conversations WHERE conversation_id = ?""");
    private static final Query CLAIM = Query.conditional(
            "INSERT INTO direct_conversations (lower_user, upper_user, conversation_id) VALUES (?, ?, ?) IF NOT EXISTS");

    private final Cql cql;
    private final Participants participants;

    ConversationStore(Cql cql, Participants participants) {
        this.cql = cql;
        this.participants = participants;
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
        userIds.forEach(
                userId -> together.addAll(participants.adding(head.id(), userId, role, head.createdAt(), writeTime)));
        return cql.atomically(together);
    }

    Uni<Void> put(Head head, long writeTime) {
        return cql.atomically(List.of(inserting(head, writeTime)));
    }

    Uni<Void> delete(UUID conversationId, long writeTime) {
        return cql.run(DELETE, writeTime, conversationId);
    }

    Uni<Optional<Head>> find(UUID conversationId) {
        return cql.one(FIND, conversationId).map(row -> row.map(ConversationStore::head));
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
        return new Head(
                row.getUuid("conversation_id"),
                Kind.of(row.getString("kind")),
                row.getString("title"),
                row.getUuid("group_id"),
                row.getUuid("created_by"),
                row.getInstant("created_at"));
    }
}
