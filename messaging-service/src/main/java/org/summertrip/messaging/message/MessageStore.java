package org.summertrip.messaging.message;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Flights;
import org.summertrip.messaging.cassandra.Query;

/** Every read of {@code messages} and {@code message_buckets}. */
@Singleton
class MessageStore {
    private static final int BUCKETS_PAGE = 128;
    private static final int SENDERS_PAGE = 500;
    private static final int ALL_PAGE = 200;
    /** A reaction may lie where its message has not come yet. */
    private static final int NEWEST_ROWS = 5;

    private static final Query BUCKETS_DOWN =
            Query.of("SELECT bucket FROM message_buckets WHERE conversation_id = ? AND bucket <= ?");
    private static final Query BUCKETS_UP = Query.of(
            "SELECT bucket FROM message_buckets WHERE conversation_id = ? AND bucket >= ? ORDER BY bucket ASC");

    private static final String COLUMNS = "SELECT conversation_id, message_id, sender_id, content, attachments,"
            + " reply_to, reactions, edited_at, deleted_at FROM messages WHERE conversation_id = ? AND bucket = ?";
    private static final Query FIND = Query.of(COLUMNS + " AND message_id = ?");
    private static final Query OLDER = Query.of(COLUMNS + " AND message_id < ? LIMIT ?");
    private static final Query NEWER =
            Query.of(COLUMNS + " AND message_id > ? AND message_id < ? ORDER BY message_id ASC LIMIT ?");
    private static final Query ALL = Query.of(COLUMNS + " ORDER BY message_id ASC");
    private static final Query SENDERS = Query.of("""
            SELECT message_id, sender_id, deleted_at FROM messages
            WHERE conversation_id = ? AND bucket = ? AND message_id > ?""");

    private final Cql cql;
    private final Flights<Stretch, List<Stored>> flights = new Flights<>();

    MessageStore(Cql cql) {
        this.cql = cql;
    }

    Uni<Optional<Stored>> find(UUID conversationId, UUID messageId) {
        return cql.one(FIND, conversationId, Bucket.of(messageId), messageId)
                .map(row -> row.filter(MessageStore::isWhole).map(Stored::of));
    }

    /** The newest of those older than an id, newest first. Everybody who asks for it while it is read shares the reading. */
    Uni<List<Stored>> older(UUID conversationId, UUID than, int count) {
        return flights.join(
                new Stretch(conversationId, true, than, than, count),
                () -> cql.first(
                        count,
                        buckets(BUCKETS_DOWN, conversationId, Bucket.of(than))
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        bucket -> cql.stream(OLDER, count, conversationId, bucket, than, count))
                                .filter(MessageStore::isWhole)
                                .map(Stored::of)));
    }

    /** The newest one, which is mostly in the bucket of a message that is known to be among the newest. */
    Uni<Optional<Stored>> newest(UUID conversationId, UUID known) {
        return cql.first(
                        1,
                        cql.stream(OLDER, NEWEST_ROWS, conversationId, Bucket.of(known), Uuid7.NEWEST, NEWEST_ROWS)
                                .filter(MessageStore::isWhole)
                                .map(Stored::of))
                .flatMap(found -> found.isEmpty()
                        ? older(conversationId, Uuid7.NEWEST, 1)
                        : Uni.createFrom().item(found))
                .map(found -> found.stream().findFirst());
    }

    /** Everything in a bucket, oldest first. */
    Multi<Stored> all(UUID conversationId, int bucket) {
        return cql.stream(ALL, ALL_PAGE, conversationId, bucket)
                .filter(MessageStore::isWhole)
                .map(Stored::of);
    }

    /** The oldest of those newer than an id and older than another, also newest first. */
    Uni<List<Stored>> newer(UUID conversationId, UUID than, UUID end, int count) {
        return flights.join(
                new Stretch(conversationId, false, than, end, count),
                () -> cql.first(
                                count,
                                buckets(BUCKETS_UP, conversationId, Bucket.of(than))
                                        .onItem()
                                        .transformToMultiAndConcatenate(bucket ->
                                                cql.stream(NEWER, count, conversationId, bucket, than, end, count))
                                        .filter(MessageStore::isWhole)
                                        .map(Stored::of))
                        .map(MessageStore::reversed));
    }

    /** Who has written what is newer than an id and not deleted, oldest first, somebody's own left out. */
    Uni<List<UUID>> senders(UUID conversationId, UUID exceptId, UUID newerThan, int most) {
        Multi<UUID> senders = buckets(BUCKETS_UP, conversationId, Bucket.of(newerThan))
                .onItem()
                .transformToMultiAndConcatenate(
                        bucket -> cql.stream(SENDERS, SENDERS_PAGE, conversationId, bucket, newerThan))
                .filter(row -> row.getUuid("sender_id") != null && row.getInstant("deleted_at") == null)
                .map(row -> row.getUuid("sender_id"))
                .filter(senderId -> !exceptId.equals(senderId));
        return cql.first(most, senders);
    }

    /** The newest page has changed: who asks from now on is not served from a reading that began before. */
    void changed(UUID conversationId) {
        flights.forgetIf(stretch -> stretch.conversationId().equals(conversationId));
    }

    private Multi<Integer> buckets(Query direction, UUID conversationId, int from) {
        return cql.stream(direction, BUCKETS_PAGE, conversationId, from).map(row -> row.getInt("bucket"));
    }

    /** A reaction or a mark may outlive, or be ahead of, the message that it belongs to. */
    private static boolean isWhole(Row row) {
        return row.getUuid("sender_id") != null;
    }

    private static List<Stored> reversed(List<Stored> ascending) {
        List<Stored> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);
        return descending;
    }

    /** What a reading is known by while it is under way. */
    private record Stretch(UUID conversationId, boolean older, UUID than, UUID end, int count) {}
}
