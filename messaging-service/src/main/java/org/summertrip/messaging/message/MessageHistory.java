package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.participant.Participants;

/** Leafing through a conversation in both directions. */
@Singleton
class MessageHistory {
    private final Participants participants;
    private final MessageStore store;
    private final Cursors cursors;

    MessageHistory(Participants participants, MessageStore store, Cursors cursors) {
        this.participants = participants;
        this.store = store;
        this.cursors = cursors;
    }

    /** One message, for who may read it. */
    Uni<Message> one(UUID conversationId, UUID readerId, UUID id) {
        return participants
                .demandReader(conversationId, readerId)
                .flatMap(part -> store.find(conversationId, id)
                        .map(found -> found.filter(stored -> Uuid7.compare(id, part.end()) < 0)
                                .orElseThrow(ProblemException::notFound)
                                .seenBy(readerId)));
    }

    /** From the newest message, or from a cursor on, to older ones; for who has left, from their departure. */
    Uni<MessagePage> older(UUID conversationId, UUID readerId, String before, int limit) {
        UUID position = position(conversationId, before, Uuid7.NEWEST);
        return participants
                .demandReader(conversationId, readerId)
                .flatMap(part -> store.older(conversationId, Uuid7.earlier(position, part.end()), limit + 1))
                .map(rows -> olderPage(conversationId, seenBy(readerId, rows), before, limit));
    }

    /** From a cursor on to newer ones: those that follow it directly, so that none is skipped. */
    Uni<MessagePage> newer(UUID conversationId, UUID readerId, String after, int limit) {
        UUID position = position(conversationId, after, Uuid7.OLDEST);
        return participants
                .demandReader(conversationId, readerId)
                .flatMap(part -> store.newer(conversationId, position, part.end(), limit))
                .map(rows -> newerPage(conversationId, seenBy(readerId, rows), after));
    }

    private static List<Message> seenBy(UUID readerId, List<Stored> rows) {
        return rows.stream().map(row -> row.seenBy(readerId)).toList();
    }

    private MessagePage olderPage(UUID conversationId, List<Message> rows, String before, int limit) {
        Page<Message> page = cursors.page(list(conversationId), rows, limit, MessageHistory::keys);
        String prev = page.items().isEmpty()
                ? before
                : cursor(conversationId, page.items().get(0));
        return new MessagePage(page.items(), page.next(), prev);
    }

    /** The message that the cursor was made of is older than all of these, so there is always a next page. */
    private MessagePage newerPage(UUID conversationId, List<Message> rows, String after) {
        if (rows.isEmpty()) {
            return new MessagePage(rows, null, after);
        }
        return new MessagePage(
                rows, cursor(conversationId, rows.get(rows.size() - 1)), cursor(conversationId, rows.get(0)));
    }

    private UUID position(UUID conversationId, String cursor, UUID otherwise) {
        List<String> keys = cursors.read(list(conversationId), cursor, 1);
        return keys.isEmpty() ? otherwise : UUID.fromString(keys.get(0));
    }

    private String cursor(UUID conversationId, Message message) {
        return cursors.write(list(conversationId), keys(message));
    }

    private static List<String> keys(Message message) {
        return List.of(message.id().toString());
    }

    private static String list(UUID conversationId) {
        return "messages:" + conversationId;
    }
}
