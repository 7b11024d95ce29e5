package org.summertrip.messaging.message;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.cassandra.WriteTime;

/**
 * Every write of {@code messages}; changes are written atomically with their news.
 *
 * <p>A message is written with the time in its id, so that writing it again undoes nothing that came after. A deletion is
 * written with a time that no edit reaches: an edit that crosses it leaves nothing behind. It blanks instead of deleting,
 * because what is deleted in Cassandra is read around for days.
 */
@Singleton
class MessageWrites {
    private static final long NO_EDIT_REACHES_MICROS = 86_400_000_000L;

    private static final Query INSERT = Query.of("""
            INSERT INTO messages (conversation_id, bucket, message_id, sender_id, content, attachments, reply_to)
            VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?""");
    private static final Query EDIT = Query.of("""
            UPDATE messages USING TIMESTAMP ? SET content = ?, edited_at = ?
            WHERE conversation_id = ? AND bucket = ? AND message_id = ?""");
    private static final Query BLANK = Query.of("""
            UPDATE messages USING TIMESTAMP ? SET content = '', attachments = [], deleted_at = ?, sender_id = ?
            WHERE conversation_id = ? AND bucket = ? AND message_id = ?""");
    private static final Query CLEAR_REACTIONS =
            Query.of("DELETE reactions FROM messages WHERE conversation_id = ? AND bucket = ? AND message_id = ?");
    private static final Query REACT = Query.of("""
            UPDATE messages SET reactions = reactions + ?
            WHERE conversation_id = ? AND bucket = ? AND message_id = ?""");
    private static final Query UNREACT = Query.of("""
            UPDATE messages SET reactions = reactions - ?
            WHERE conversation_id = ? AND bucket = ? AND message_id = ?""");

    private final Traces traces;

    MessageWrites(Traces traces) {
        this.traces = traces;
    }

    Write sending(Message message) {
        return new Write(
                INSERT,
                message.conversationId(),
                Bucket.of(message.id()),
                message.id(),
                message.senderId(),
                message.content(),
                message.attachments().isEmpty() ? null : message.attachments(),
                message.replyTo(),
                WriteTime.of(message.createdAt(), 0));
    }

    List<Write> editing(Stored before, String content, Instant at) {
        return List.of(new Write(
                EDIT, WriteTime.of(at, 0), content, at, before.conversationId(), Bucket.of(before.id()), before.id()));
    }

    List<Write> deleting(Stored message, Instant at) {
        return blanking(message, at, message.senderId() == null ? Uuid7.NOBODY : message.senderId());
    }

    /** The message keeps its place, but nothing says any more who wrote it. */
    List<Write> forgettingSender(Stored message, Instant at) {
        return blanking(message, message.isDeleted() ? message.deletedAt() : at, Uuid7.NOBODY);
    }

    private static List<Write> blanking(Stored message, Instant at, UUID senderId) {
        int bucket = Bucket.of(message.id());
        long writeTime = WriteTime.of(at, Uuid7.NOBODY.equals(senderId) ? 1 : 0) + NO_EDIT_REACHES_MICROS;
        List<Write> writes = new ArrayList<>();
        writes.add(new Write(BLANK, writeTime, at, senderId, message.conversationId(), bucket, message.id()));
        if (!message.reactions().isEmpty()) {
            writes.add(new Write(CLEAR_REACTIONS, message.conversationId(), bucket, message.id()));
        }
        return writes;
    }

    List<Write> reacting(Stored message, String emoji, UUID userId) {
        return List.of(
                new Write(
                        REACT,
                        Set.of(Stored.reaction(emoji, userId)),
                        message.conversationId(),
                        Bucket.of(message.id()),
                        message.id()),
                traces.leaving(userId, message.id(), message.conversationId()));
    }

    List<Write> unreacting(Stored message, Set<String> reactions) {
        return List.of(new Write(UNREACT, reactions, message.conversationId(), Bucket.of(message.id()), message.id()));
    }
}
