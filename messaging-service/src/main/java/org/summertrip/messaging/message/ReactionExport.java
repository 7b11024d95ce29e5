package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** What somebody has reacted to, and how. */
@Singleton
class ReactionExport implements Exportable {
    private final Traces traces;
    private final MessageStore store;

    ReactionExport(Traces traces, MessageStore store) {
        this.traces = traces;
        this.store = store;
    }

    @Override
    public String what() {
        return "reactions";
    }

    @Override
    public Multi<Reacted> of(UUID userId) {
        return traces.places(userId)
                .onItem()
                .transformToMultiAndConcatenate(place -> store.all(place.conversationId(), place.bucket()))
                .map(stored -> reactions(stored, userId))
                .onItem()
                .disjoint();
    }

    private static List<Reacted> reactions(Stored stored, UUID userId) {
        return stored.reactionsOf(userId).stream()
                .map(reaction -> new Reacted(stored.conversationId(), stored.id(), Stored.emoji(reaction)))
                .toList();
    }

    /** One reaction, as it is exported. */
    @RegisterForReflection
    record Reacted(UUID conversationId, UUID messageId, String emoji) {}
}
