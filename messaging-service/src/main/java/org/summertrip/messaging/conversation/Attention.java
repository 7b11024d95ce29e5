package org.summertrip.messaging.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.message.MessageService;
import org.summertrip.messaging.outbox.News;
import org.summertrip.messaging.outbox.Outgoing;
import org.summertrip.messaging.outbox.Push;
import org.summertrip.messaging.participant.Participants;
import org.summertrip.messaging.participant.Seat;
import org.summertrip.messaging.participant.Seats;

/** How far somebody has read, and whether they want to be told of more. */
@Singleton
class Attention {
    static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Participants participants;
    private final Seats seats;
    private final MessageService messages;
    private final Outgoing outgoing;
    private final ObjectMapper mapper;
    private final Clock clock;

    Attention(
            Participants participants,
            Seats seats,
            MessageService messages,
            Outgoing outgoing,
            ObjectMapper mapper,
            Clock clock) {
        this.participants = participants;
        this.seats = seats;
        this.messages = messages;
        this.outgoing = outgoing;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Moves the marker forward; back, it does nothing. */
    Uni<Void> read(UUID me, UUID conversationId, UUID messageId) {
        return participants
                .demand(conversationId, me)
                .flatMap(takesPart -> messages.find(conversationId, messageId, me))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.invalid("messageId", "body", "is not a message of this conversation");
                    }
                })
                .flatMap(there -> seats.find(me, conversationId))
                .flatMap(seat -> isForward(seat, messageId)
                        ? move(me, conversationId, messageId)
                        : Uni.createFrom().voidItem());
    }

    private static boolean isForward(Optional<Seat> seat, UUID messageId) {
        return seat.map(Seat::lastReadMessageId)
                .map(read -> Uuid7.compare(read, messageId) < 0)
                .orElse(true);
    }

    /** Among many, markers are nobody else's interest: each message would be followed by thousands of them. */
    private Uni<Void> move(UUID me, UUID conversationId, UUID messageId) {
        return participants.some(conversationId, Limits.LISTED + 1).flatMap(some -> {
            List<UUID> told = some.size() > Limits.LISTED ? List.of(me) : some;
            ReadMarker marker = new ReadMarker(conversationId, me, messageId);
            Push push = new Push("conversation.read", mapper.valueToTree(marker), null, told);
            return outgoing.store(seats.reading(conversationId, me, messageId), News.live(push));
        });
    }

    Uni<Void> mute(UUID me, UUID conversationId, Instant until) {
        if (until != null && !until.isAfter(clock.instant())) {
            throw ProblemException.invalid("until", "body", "must be in the future");
        }
        return participants
                .demand(conversationId, me)
                .flatMap(takesPart -> seats.mute(conversationId, me, until == null ? FOR_EVER : until));
    }

    Uni<Void> unmute(UUID me, UUID conversationId) {
        return participants
                .demand(conversationId, me)
                .flatMap(takesPart -> seats.mute(conversationId, me, Instant.EPOCH));
    }
}
