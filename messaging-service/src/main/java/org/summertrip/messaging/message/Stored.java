package org.summertrip.messaging.message;

import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Uuid7;

/**
 * A message as it lies in the store, the same for every reader.
 *
 * @param reactions an emoji, a space and who reacted
 */
record Stored(
        UUID id,
        UUID conversationId,
        UUID senderId,
        String content,
        List<UUID> attachments,
        UUID replyTo,
        Set<String> reactions,
        Instant editedAt,
        Instant deletedAt) {
    static Stored of(Row row) {
        return new Stored(
                row.getUuid("message_id"),
                row.getUuid("conversation_id"),
                Uuid7.known(row.getUuid("sender_id")),
                row.getString("content"),
                row.getList("attachments", UUID.class),
                row.getUuid("reply_to"),
                row.getSet("reactions", String.class),
                row.getInstant("edited_at"),
                row.getInstant("deleted_at"));
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    boolean isFrom(UUID userId) {
        return userId.equals(senderId);
    }

    /** What somebody sees of it; of a deleted one, that it was. */
    Message seenBy(UUID readerId) {
        return new Message(
                id,
                conversationId,
                senderId,
                isDeleted() ? null : content,
                isDeleted() ? List.of() : attachments,
                replyTo,
                isDeleted() ? List.of() : tally(readerId),
                Ids.timeOf(id),
                editedAt,
                isDeleted());
    }

    Stored edited(String newContent, Instant at) {
        return new Stored(id, conversationId, senderId, newContent, attachments, replyTo, reactions, at, deletedAt);
    }

    Stored deleted(Instant at) {
        return new Stored(id, conversationId, senderId, null, List.of(), replyTo, Set.of(), editedAt, at);
    }

    Stored reacting(Set<String> others) {
        return new Stored(id, conversationId, senderId, content, attachments, replyTo, others, editedAt, deletedAt);
    }

    Set<String> with(String reaction) {
        Set<String> more = new HashSet<>(reactions);
        more.add(reaction);
        return more;
    }

    Set<String> without(String reaction) {
        Set<String> fewer = new HashSet<>(reactions);
        fewer.remove(reaction);
        return fewer;
    }

    Set<String> emojis() {
        return reactions.stream().map(Stored::emoji).collect(Collectors.toSet());
    }

    static String reaction(String emoji, UUID userId) {
        return emoji + " " + userId;
    }

    /** Those of one person. */
    Set<String> reactionsOf(UUID userId) {
        String suffix = " " + userId;
        return reactions.stream().filter(reaction -> reaction.endsWith(suffix)).collect(Collectors.toSet());
    }

    /** The most frequent first. */
    private List<Reaction> tally(UUID readerId) {
        return reactions.stream()
                .collect(Collectors.groupingBy(Stored::emoji, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(counted -> new Reaction(
                        counted.getKey(),
                        counted.getValue(),
                        readerId != null && reactions.contains(reaction(counted.getKey(), readerId))))
                .sorted(Comparator.comparingLong(Reaction::count).reversed())
                .toList();
    }

    static String emoji(String reaction) {
        return reaction.substring(0, reaction.indexOf(' '));
    }
}
