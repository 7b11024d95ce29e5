package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** What conversations are called, for texts that are not about a conversation itself. */
@Singleton
public class Titles {
    private final ConversationStore store;

    Titles(ConversationStore store) {
        this.store = store;
    }

    /** The title; empty for one that has none, is not known (yet) or has ended. */
    public Uni<Optional<String>> of(UUID conversationId) {
        return store.find(conversationId).map(head -> head.map(Head::title).filter(title -> !title.isBlank()));
    }
}
