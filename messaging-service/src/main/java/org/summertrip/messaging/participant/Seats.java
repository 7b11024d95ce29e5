package org.summertrip.messaging.participant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;

/**
 * Every write that seats and unseats people, in {@code participants} and {@code conversations_by_user}, which say the same by
 * conversation and by user, and the reading of the latter. Nothing is deleted when somebody leaves: arrival and departure are
 * cells with times of their own, so they may come twice and in any order.
 */
@Singleton
public class Seats {
    private static final int PAGE = 1000;

    private static final Query SIT = Query.of("""
            UPDATE participants USING TIMESTAMP ? SET role = ?, joined_at = ?, peer_id = ?
            WHERE conversation_id = ? AND user_id = ?""");
    private static final Query SIT_BY_USER = Query.of(
            "UPDATE conversations_by_user USING TIMESTAMP ? SET joined_at = ? WHERE user_id = ? AND conversation_id = ?");
    private static final Query CHANGE_ROLE =
            Query.of("UPDATE participants USING TIMESTAMP ? SET role = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query LEAVE =
            Query.of("UPDATE participants USING TIMESTAMP ? SET left_at = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query BAN = Query.of(
            "UPDATE participants USING TIMESTAMP ? SET banned_at = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query LEAVE_BY_USER = Query.of(
            "UPDATE conversations_by_user USING TIMESTAMP ? SET left_at = ? WHERE user_id = ? AND conversation_id = ?");
    private static final Query REMOVE_BY_USER =
            Query.of("DELETE FROM conversations_by_user USING TIMESTAMP ? WHERE user_id = ? AND conversation_id = ?");
    private static final Query REMOVE_ALL =
            Query.of("DELETE FROM participants USING TIMESTAMP ? WHERE conversation_id = ?");
    private static final Query EVERYBODY = Query.of("SELECT user_id FROM participants WHERE conversation_id = ?");
    private static final Query MUTE =
            Query.of("UPDATE participants SET muted_until = ? WHERE conversation_id = ? AND user_id = ?");
    private static final Query MUTE_BY_USER =
            Query.of("UPDATE conversations_by_user SET muted_until = ? WHERE user_id = ? AND conversation_id = ?");
    private static final Query READ = Query.of("""
            UPDATE conversations_by_user USING TIMESTAMP ? SET last_read_message_id = ?
            WHERE user_id = ? AND conversation_id = ?""");
    private static final String SELECT = """
            SELECT conversation_id, joined_at, left_at, last_read_message_id, muted_until
            FROM conversations_by_user WHERE user_id = ?""";
    private static final Query LIST = Query.of(SELECT);
    private static final Query FIND = Query.of(SELECT + " AND conversation_id = ?");

    private final Cql cql;
    private final Permits permits;

    Seats(Cql cql, Permits permits) {
        this.cql = cql;
        this.permits = permits;
    }

    /** What seats somebody, to be written atomically with whatever belongs to it. */
    public List<Write> seating(UUID conversationId, UUID userId, String role, Instant at, UUID peerId, long writeTime) {
        return List.of(
                new Write(SIT, writeTime, role, at, peerId, conversationId, userId),
                new Write(SIT_BY_USER, writeTime, at, userId, conversationId));
    }

    public Uni<Void> seat(UUID conversationId, UUID userId, String role, Instant at, long writeTime) {
        return cql.atomically(seating(conversationId, userId, role, at, null, writeTime));
    }

    public Uni<Void> changeRole(UUID conversationId, UUID userId, String role, long writeTime) {
        return cql.run(CHANGE_ROLE, writeTime, role, conversationId, userId);
    }

    public Uni<Void> leave(UUID conversationId, UUID userId, Instant at, long writeTime) {
        return depart(LEAVE, conversationId, userId, at, writeTime);
    }

    public Uni<Void> ban(UUID conversationId, UUID userId, Instant at, long writeTime) {
        return depart(BAN, conversationId, userId, at, writeTime);
    }

    private Uni<Void> depart(Query how, UUID conversationId, UUID userId, Instant at, long writeTime) {
        return permits.revokedBy(cql.atomically(List.of(
                new Write(how, writeTime, at, conversationId, userId),
                new Write(LEAVE_BY_USER, writeTime, at, userId, conversationId))));
    }

    /** Removes everybody, also who is not known yet; the list that says who they are goes last, so that a repetition finds them. */
    public Uni<Void> removeAll(UUID conversationId, long writeTime) {
        return cql.all(cql.stream(EVERYBODY, PAGE, conversationId).map(row -> row.getUuid("user_id")))
                .flatMap(userIds -> InOrder.each(userIds, userId -> unlist(conversationId, userId, writeTime)))
                .flatMap(removed -> permits.revokedBy(cql.run(REMOVE_ALL, writeTime, conversationId)));
    }

    /** Takes a conversation off somebody's list. */
    public Uni<Void> unlist(UUID conversationId, UUID userId, long writeTime) {
        return cql.run(REMOVE_BY_USER, writeTime, userId, conversationId);
    }

    /** Silences a conversation until then, or lifts it with a time that has passed. */
    public Uni<Void> mute(UUID conversationId, UUID userId, Instant until) {
        return cql.atomically(List.of(
                new Write(MUTE, until, conversationId, userId),
                new Write(MUTE_BY_USER, until, userId, conversationId)));
    }

    /**
     * What moves somebody's read marker. Written with the time of the message, so that Cassandra keeps the newest one whatever
     * comes when; among messages of one millisecond it keeps the greater id, which is the later one.
     */
    public List<Write> reading(UUID conversationId, UUID userId, UUID messageId) {
        return List.of(new Write(READ, WriteTime.of(Ids.timeOf(messageId), 0), messageId, userId, conversationId));
    }

    public Uni<Optional<Seat>> find(UUID userId, UUID conversationId) {
        return cql.one(FIND, userId, conversationId).map(row -> row.map(Seat::of));
    }

    /** Every conversation somebody ever took part in. */
    public Uni<List<Seat>> of(UUID userId) {
        return cql.all(cql.stream(LIST, PAGE, userId).map(Seat::of));
    }
}
