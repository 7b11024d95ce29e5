package org.summertrip.messaging.message;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** What somebody has written, oldest first. */
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
        return traces.of(userId)
                .onItem()
                .transformToUniAndConcatenate(trace -> store.find(trace.conversationId(), trace.messageId()))
                .filter(found -> found.filter(stored -> stored.isFrom(userId)).isPresent())
                .map(found -> found.orElseThrow().seenBy(userId));
    }
}
