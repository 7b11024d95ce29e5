package org.summertrip.messaging.participant;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Every query of {@code participants} and {@code conversations_by_user}, which say the same by conversation and by user. */
@Singleton
public class Participants {
    private static final int PAGE = 500;

    private static final Query ADD = Query.of(
            "INSERT INTO participants (conversation_id, user_id, role, joined_at) VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    private static final Query ADD_BY_USER = Query.of(
            "INSERT INTO conversations_by_user (user_id, conversation_id, joined_at) VALUES (?, ?, ?) USING TIMESTAMP ?");
    private static final Query CHANGE_ROLE =
            Query.of("UPDATE participants USING TIMESTAMP ? SET role = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query REMOVE =
            Query.of("DELETE FROM participants USING TIMESTAMP ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query REMOVE_BY_USER =
            Query.of("DELETE FROM conversations_by_user USING TIMESTAMP ? WHERE user_id = ? AND conversation_id = ?");
    private static final Query REMOVE_ALL =
            Query.of("DELETE FROM participants USING TIMESTAMP ? WHERE conversation_id = ?");
    private static final Query FIND =
            Query.of("SELECT user_id FROM participants WHERE conversation_id = ? AND user_id = ?");
    private static final Query LIST = Query.of("SELECT user_id FROM participants WHERE conversation_id = ?");
    private static final Query LAST_READ = Query.of(
            "SELECT last_read_message_id FROM conversations_by_user WHERE user_id = ? AND conversation_id = ?");

    private final Cql cql;

    Participants(Cql cql) {
        this.cql = cql;
    }

    /**
     * Passes only for who takes part.
     *
     * @throws ProblemException 404 for everybody else, whether the conversation exists or not
     */
    public Uni<Void> demand(UUID conversationId, UUID userId) {
        return cql.exists(FIND, conversationId, userId)
                .invoke(takesPart -> {
                    if (!takesPart) {
                        throw ProblemException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    public Uni<List<UUID>> of(UUID conversationId) {
        return cql.all(cql.stream(LIST, PAGE, conversationId).map(row -> row.getUuid("user_id")));
    }

    /** The newest message that somebody has marked as read. */
    public Uni<Optional<UUID>> lastRead(UUID conversationId, UUID userId) {
        return cql.one(LAST_READ, userId, conversationId).map(row -> row.map(Participants::lastRead));
    }

    /** What adds somebody, to be written atomically with whatever belongs to it. */
    public List<Write> adding(UUID conversationId, UUID userId, String role, Instant at, long writeTime) {
        return List.of(
                new Write(ADD, conversationId, userId, role, at, writeTime),
                new Write(ADD_BY_USER, userId, conversationId, at, writeTime));
    }

    public Uni<Void> add(UUID conversationId, UUID userId, String role, Instant at, long writeTime) {
        return cql.atomically(adding(conversationId, userId, role, at, writeTime));
    }

    public Uni<Void> changeRole(UUID conversationId, UUID userId, String role, long writeTime) {
        return cql.run(CHANGE_ROLE, writeTime, role, conversationId, userId);
    }

    public Uni<Void> remove(UUID conversationId, UUID userId, long writeTime) {
        return cql.atomically(List.of(
                new Write(REMOVE, writeTime, conversationId, userId),
                new Write(REMOVE_BY_USER, writeTime, userId, conversationId)));
    }

    /** Removes everybody; the list that says who they are goes last, so that a repetition finds who is left. */
    public Uni<Void> removeAll(UUID conversationId, long writeTime) {
        return of(conversationId)
                .flatMap(userIds ->
                        InOrder.each(userIds, userId -> cql.run(REMOVE_BY_USER, writeTime, userId, conversationId)))
                .flatMap(removed -> cql.run(REMOVE_ALL, writeTime, conversationId));
    }

    private static UUID lastRead(Row row) {
        return row.getUuid("last_read_message_id");
    }
}
