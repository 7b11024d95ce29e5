package org.summertrip.messaging.message;

import com.datastax.oss.driver.api.core.cql.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Every query of {@code messages} and {@code message_buckets}. */
@Singleton
class MessageStore {
    /** Before and after every id that can be: the version decides first, then the time. */
    static final UUID OLDEST = new UUID(0x7000L, 0x8000_0000_0000_0000L);

    static final UUID NEWEST = new UUID(0xFFFF_FFFF_FFFF_7FFFL, 0xBFFF_FFFF_FFFF_FFFFL);

    private static final int BUCKETS_PAGE = 128;
    private static final int SENDERS_PAGE = 500;

    private static final Query INSERT = Query.of("""
            INSERT INTO messages (conversation_id, bucket, message_id, sender_id, content, attachments, reply_to)
            VALUES (?, ?, ?, ?, ?, ?, ?)""");
    private static final Query MARK = Query.of("INSERT INTO message_buckets (conversation_id, bucket) VALUES (?, ?)");
    private static final Query EXISTS =
            Query.of("SELECT message_id FROM messages WHERE conversation_id = ? AND bucket = ? AND message_id = ?");

    private static final Query BUCKETS_DOWN =
            Query.of("SELECT bucket FROM message_buckets WHERE conversation_id = ? AND bucket <= ?");
    private static final Query BUCKETS_UP = Query.of(
            "SELECT bucket FROM message_buckets WHERE conversation_id = ? AND bucket >= ? ORDER BY bucket ASC");

    private static final String COLUMNS = "SELECT conversation_id, message_id, sender_id, content, attachments,"
            + " reply_to, edited_at, deleted_at FROM messages WHERE conversation_id = ? AND bucket = ?";
    private static final Query OLDER = Query.of(COLUMNS + " AND message_id < ? LIMIT ?");
    private static final Query NEWER = Query.of(COLUMNS + " AND message_id > ? ORDER BY message_id ASC LIMIT ?");
    private static final Query SENDERS =
            Query.of("SELECT sender_id FROM messages WHERE conversation_id = ? AND bucket = ? AND message_id > ?");

    private final Cql cql;

    MessageStore(Cql cql) {
        this.cql = cql;
    }

    /** What stores a message, to be written atomically with its event. */
    List<Write> storing(Message message) {
        int bucket = Bucket.of(message.id());
        Write row = new Write(
                INSERT,
                message.conversationId(),
                bucket,
                message.id(),
                message.senderId(),
                message.content(),
                message.attachments().isEmpty() ? null : message.attachments(),
                message.replyTo());
        return List.of(row, new Write(MARK, message.conversationId(), bucket));
    }

    Uni<Void> write(List<Write> writes) {
        return cql.atomically(writes);
    }

    Uni<Boolean> exists(UUID conversationId, UUID messageId) {
        return cql.exists(EXISTS, conversationId, Bucket.of(messageId), messageId);
    }

    /** The newest of those older than an id, newest first. */
    Uni<List<Message>> older(UUID conversationId, UUID than, int count) {
        return cql.first(
                count,
                buckets(BUCKETS_DOWN, conversationId, Bucket.of(than))
                        .onItem()
                        .transformToMultiAndConcatenate(
                                bucket -> cql.stream(OLDER, count, conversationId, bucket, than, count))
                        .map(MessageStore::message));
    }

    /** The oldest of those newer than an id, also newest first. */
    Uni<List<Message>> newer(UUID conversationId, UUID than, int count) {
        return cql.first(
                        count,
                        buckets(BUCKETS_UP, conversationId, Bucket.of(than))
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        bucket -> cql.stream(NEWER, count, conversationId, bucket, than, count))
                                .map(MessageStore::message))
                .map(MessageStore::reversed);
    }

    /** How many messages newer than an id somebody else has written, counted no further than {@code most}. */
    Uni<Integer> countOfOthers(UUID conversationId, UUID userId, UUID newerThan, int most) {
        Multi<Row> ofOthers = buckets(BUCKETS_UP, conversationId, Bucket.of(newerThan))
                .onItem()
                .transformToMultiAndConcatenate(
                        bucket -> cql.stream(SENDERS, SENDERS_PAGE, conversationId, bucket, newerThan))
                .filter(row -> !userId.equals(row.getUuid("sender_id")));
        return cql.first(most, ofOthers).map(List::size);
    }

    private Multi<Integer> buckets(Query direction, UUID conversationId, int from) {
        return cql.stream(direction, BUCKETS_PAGE, conversationId, from).map(row -> row.getInt("bucket"));
    }

    private static Message message(Row row) {
        UUID id = row.getUuid("message_id");
        return new Message(
                id,
                row.getUuid("conversation_id"),
                row.getUuid("sender_id"),
                row.getString("content"),
                row.getList("attachments", UUID.class),
                row.getUuid("reply_to"),
                List.of(),
                Ids.timeOf(id),
                row.getInstant("edited_at"),
                row.getInstant("deleted_at") != null);
    }

    private static List<Message> reversed(List<Message> ascending) {
        List<Message> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);
        return descending;
    }
}
