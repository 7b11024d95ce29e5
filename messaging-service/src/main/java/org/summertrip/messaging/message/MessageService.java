package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.Limits;

/** What other features ask about messages. Whether the asker may know is theirs to settle. */
@Singleton
public class MessageService {
    private final MessageStore store;

    MessageService(MessageStore store) {
        this.store = store;
    }

    /** A message as somebody sees it. */
    public Uni<Optional<Message>> find(UUID conversationId, UUID id, UUID readerId) {
        return store.find(conversationId, id).map(found -> found.map(stored -> stored.seenBy(readerId)));
    }

    /**
     * The newest message as somebody sees it.
     *
     * @param known a message that nothing of a later minute is older than: where to look
     */
    public Uni<Optional<Message>> newest(UUID conversationId, UUID known, UUID readerId) {
        return store.newest(conversationId, known).map(found -> found.map(stored -> stored.seenBy(readerId)));
    }

    /** How many messages of others are newer than an id, deleted ones left out, at most {@link Limits#UNREAD}. */
    public Uni<Integer> countOfOthers(UUID conversationId, UUID userId, UUID newerThan) {
        return senders(conversationId, userId, newerThan, Limits.UNREAD).map(List::size);
    }

    /** Who wrote what is newer than an id, oldest first, one entry per message, somebody's own left out. */
    public Uni<List<UUID>> senders(UUID conversationId, UUID exceptId, UUID newerThan, int most) {
        return store.senders(conversationId, exceptId, newerThan, most);
    }
}
