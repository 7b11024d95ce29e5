package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.message.Message;
import org.summertrip.messaging.message.MessageService;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Seat;

/**
 * Puts together what a participant sees of a conversation. Unread messages are counted when somebody looks, not when somebody
 * writes: a count that is made anew cannot go wrong.
 */
@Singleton
class Views {
    private final Participants participants;
    private final MessageService messages;
    private final Clock clock;

    Views(Participants participants, MessageService messages, Clock clock) {
        this.participants = participants;
        this.messages = messages;
        this.clock = clock;
    }

    /** One that has just begun. */
    static Conversation begun(Head head, List<UUID> participantIds) {
        return new Conversation(
                head.id(),
                head.kind(),
                head.title(),
                head.groupId(),
                participantIds,
                null,
                0,
                null,
                false,
                head.createdAt());
    }

    Uni<Conversation> of(Head head, Seat seat, UUID me) {
        return last(head, me).flatMap(last -> of(head, seat, last, me));
    }

    /** The newest message. */
    Uni<Optional<Message>> last(Head head, UUID me) {
        return head.lastMessageId() == null
                ? Uni.createFrom().item(Optional.empty())
                : messages.newest(head.id(), head.lastMessageId(), me);
    }

    /**
     * One as it is.
     *
     * @param last its newest message, if there is one
     */
    Uni<Conversation> of(Head head, Seat seat, Optional<Message> last, UUID me) {
        return Uni.combine()
                .all()
                .unis(participants.some(head.id(), Limits.LISTED), unread(head, seat, last, me))
                .collectFailures()
                .with((participantIds, unread) -> new Conversation(
                        head.id(),
                        head.kind(),
                        head.title(),
                        head.groupId(),
                        participantIds,
                        last.orElse(null),
                        unread,
                        seat.lastReadMessageId(),
                        seat.isMuted(clock.instant()),
                        head.createdAt()));
    }

    private Uni<Integer> unread(Head head, Seat seat, Optional<Message> last, UUID me) {
        UUID from = readUpTo(seat);
        boolean caughtUp = last.isEmpty() || Uuid7.compare(last.get().id(), from) <= 0;
        return caughtUp ? Uni.createFrom().item(0) : messages.countOfOthers(head.id(), me, from);
    }

    /** What was said before somebody came is not unread. */
    private static UUID readUpTo(Seat seat) {
        UUID arrival = Uuid7.floor(seat.joinedAt());
        return seat.lastReadMessageId() == null ? arrival : Uuid7.later(arrival, seat.lastReadMessageId());
    }
}
