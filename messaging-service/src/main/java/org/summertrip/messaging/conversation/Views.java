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
        return Uni.combine()
                .all()
                .unis(participants.some(head.id(), Limits.LISTED), last(head, me), unread(head, seat, me))
                .collectFailures()
                .with((participantIds, last, unread) -> new Conversation(
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

    private Uni<Optional<Message>> last(Head head, UUID me) {
        return head.lastMessageId() == null
                ? Uni.createFrom().item(Optional.empty())
                : messages.find(head.id(), head.lastMessageId(), me);
    }

    private Uni<Integer> unread(Head head, Seat seat, UUID me) {
        UUID from = readUpTo(seat);
        boolean caughtUp = head.lastMessageId() == null || Uuid7.compare(head.lastMessageId(), from) <= 0;
        return caughtUp ? Uni.createFrom().item(0) : messages.countOfOthers(head.id(), me, from);
    }

    /** What was said before somebody came is not unread. */
    private static UUID readUpTo(Seat seat) {
        UUID arrival = Uuid7.floor(seat.joinedAt());
        return seat.lastReadMessageId() == null ? arrival : Uuid7.later(arrival, seat.lastReadMessageId());
    }
}
