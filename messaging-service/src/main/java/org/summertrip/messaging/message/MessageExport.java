package org.summertrip.messaging.message;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** What somebody has written: by ten days and conversation, and in those oldest first. */
@Singleton
class MessageExport implements Exportable {
    private final Traces traces;
    private final MessageStore store;

    MessageExport(Traces traces, MessageStore store) {
        this.traces = traces;
        this.store = store;
    }

    @Override
    public String what() {
        return "messages";
    }

    @Override
    public Multi<Message> of(UUID userId) {
        return traces.places(userId)
                .onItem()
                .transformToMultiAndConcatenate(place -> store.all(place.conversationId(), place.bucket()))
                .filter(stored -> stored.isFrom(userId))
                .map(stored -> stored.seenBy(userId));
    }
}
