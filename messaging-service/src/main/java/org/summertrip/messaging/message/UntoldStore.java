package org.summertrip.messaging.message;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.outbox.Slot;

/** Every query about the messages of which others have not been told. */
@Singleton
class UntoldStore {
    private static final int PAGE = 500;

    private static final Query FROM = Query.of("""
            SELECT conversation_id, message_id, sender_id, content, attachments, reply_to, reactions, edited_at,
                deleted_at, told
            FROM messages WHERE conversation_id = ? AND bucket = ? AND message_id >= ?
            ORDER BY message_id ASC LIMIT ?""");
    private static final Query BETWEEN = Query.of("""
            SELECT message_id, sender_id, told FROM messages
            WHERE conversation_id = ? AND bucket = ? AND message_id >= ? AND message_id < ?
            ORDER BY message_id ASC""");
    private static final Query TOLD =
            Query.of("UPDATE messages SET told = true WHERE conversation_id = ? AND bucket = ? AND message_id IN ?");
    private static final Query ACTIVE =
            Query.of("SELECT conversation_id FROM activity WHERE slot = ? AND conversation_id > ? LIMIT ?");

    private final Cql cql;

    UntoldStore(Cql cql) {
        this.cql = cql;
    }

    /** The conversations of a slot behind a position, in the store's order. */
    Uni<List<UUID>> active(long slot, UUID after, int most) {
        return cql.all(cql.stream(ACTIVE, most, slot, after, most).map(row -> row.getUuid("conversation_id")));
    }

    /** Those of a partition from an id on, oldest first. */
    Uni<Reading> from(Place place, UUID from, int most) {
        return cql.all(cql.stream(FROM, most, place.conversationId(), place.bucket(), from, most))
                .map(rows -> new Reading(
                        rows.stream()
                                .filter(UntoldStore::isUntold)
                                .map(Stored::of)
                                .toList(),
                        rows.size() < most ? null : rows.get(rows.size() - 1).getUuid("message_id")));
    }

    /** The oldest of one conversation in one slot that is not older than an id. Mostly there is none. */
    Uni<Optional<UUID>> oldest(long slot, UUID conversationId, UUID notOlderThan) {
        UUID start = Uuid7.floor(Slot.start(slot));
        UUID from = Uuid7.later(start, notOlderThan);
        UUID end = Uuid7.floor(Slot.end(slot));
        return cql.first(
                        1,
                        cql.stream(BETWEEN, PAGE, conversationId, Bucket.of(start), from, end)
                                .filter(UntoldStore::isUntold)
                                .map(row -> row.getUuid("message_id")))
                .map(found -> found.stream().findFirst());
    }

    Uni<Void> told(Place place, List<UUID> messageIds) {
        return cql.run(TOLD, place.conversationId(), place.bucket(), messageIds);
    }

    /** Nobody is told any more of what somebody wrote who has been erased since. */
    private static boolean isUntold(Row row) {
        return Uuid7.known(row.getUuid("sender_id")) != null && !row.getBoolean("told");
    }

    /**
     * What was read.
     *
     * @param last where there may be more, or null
     */
    record Reading(List<Stored> messages, UUID last) {}
}
