package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.cassandra.Write;
import org.summertrip.messaging.outbox.Outgoing;
import org.summertrip.messaging.participant.Participants;

/** Writing takes a participant, a row, its bucket and an event; the last three are written together or not at all. */
@Singleton
public class MessageService {
    private final Participants participants;
    private final MessageStore store;
    private final Outgoing outgoing;
    private final OutboxRelay relay;
    private final Ids ids;

    MessageService(Participants participants, MessageStore store, Outgoing outgoing, OutboxRelay relay, Ids ids) {
        this.participants = participants;
        this.store = store;
        this.outgoing = outgoing;
        this.relay = relay;
        this.ids = ids;
    }

    /** The newest message of a conversation. */
    public Uni<Optional<Message>> latest(UUID conversationId) {
        return store.older(conversationId, MessageStore.NEWEST, 1)
                .map(newest -> newest.stream().findFirst());
    }

    /** How many messages of others somebody has not read, at most {@link Limits#UNREAD}. */
    public Uni<Integer> unread(UUID conversationId, UUID userId, Optional<UUID> lastRead) {
        return store.countOfOthers(conversationId, userId, lastRead.orElse(MessageStore.OLDEST), Limits.UNREAD);
    }

    Uni<Message> send(UUID senderId, NewMessage message) {
        return participants
                .demand(message.conversationId(), senderId)
                .flatMap(takesPart -> demandRepliedTo(message))
                .flatMap(valid -> store(Message.written(ids.next(), senderId, message)));
    }

    private Uni<Void> demandRepliedTo(NewMessage message) {
        if (message.replyTo() == null) {
            return Uni.createFrom().voidItem();
        }
        return store.exists(message.conversationId(), message.replyTo())
                .invoke(there -> {
                    if (!there) {
                        throw ProblemException.invalid("replyTo", "body", "is not a message of this conversation");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Message> store(Message message) {
        List<Write> together = new ArrayList<>(store.storing(message));
        together.addAll(outgoing.event(
                "message.created", message.conversationId(), message.createdAt(), MessageCreated.of(message)));
        return store.write(together).invoke(relay::wake).replaceWith(message);
    }
}
