package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;
import org.summertrip.messaging.participant.Seat;
import org.summertrip.messaging.participant.Seats;

/** Where somebody took or takes part, how far they have read, and what they have silenced. */
@Singleton
class ConversationExport implements Exportable {
    private final Seats seats;
    private final ConversationStore store;

    ConversationExport(Seats seats, ConversationStore store) {
        this.seats = seats;
        this.store = store;
    }

    @Override
    public String what() {
        return "conversations";
    }

    @Override
    public Multi<Attendance> of(UUID userId) {
        return seats.of(userId)
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(
                        seat -> store.find(seat.conversationId()).map(head -> attendance(seat, head.orElse(null))));
    }

    private static Attendance attendance(Seat seat, Head head) {
        return new Attendance(
                seat.conversationId(),
                head == null ? null : head.kind(),
                head == null ? null : head.title(),
                seat.joinedAt(),
                seat.leftAt(),
                seat.lastReadMessageId(),
                seat.mutedUntil());
    }
}
