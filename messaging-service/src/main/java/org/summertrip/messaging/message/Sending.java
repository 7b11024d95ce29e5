package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.block.Writers;
import org.summertrip.messaging.cassandra.Flights;
import org.summertrip.messaging.file.Files;
import org.summertrip.messaging.message.SendKeys.Claim;

/**
 * Sends once. A key is settled by lightweight transaction before anything is written, and the message's id comes from the key's
 * record: an attempt that repeats what a dead replica, or a write without an answer, left half done writes the very same row.
 * The answer needs no memory: equal keys have equal bodies, and with the id the body is the message.
 */
@Singleton
class Sending {
    private final Writers writers;
    private final Files files;
    private final MessageStore store;
    private final Publishing publishing;
    private final SendKeys keys;
    private final Ids ids;
    private final Flights<Attempt, Sent> flights = new Flights<>();

    Sending(Writers writers, Files files, MessageStore store, Publishing publishing, SendKeys keys, Ids ids) {
        this.writers = writers;
        this.files = files;
        this.store = store;
        this.publishing = publishing;
        this.keys = keys;
        this.ids = ids;
    }

    /** Sends; with a key, only once a day however often it is asked for. */
    Uni<Sent> send(UUID senderId, String key, NewMessage message) {
        if (key == null) {
            return demandValid(senderId, message)
                    .flatMap(valid -> publishing.send(Message.written(ids.next(), senderId, message)))
                    .map(written -> new Sent(written, false));
        }
        Attempt attempt = new Attempt(senderId, key, keys.fingerprint(message));
        return flights.join(attempt, () -> sendOnce(attempt, message));
    }

    private Uni<Sent> sendOnce(Attempt attempt, NewMessage message) {
        return keys.find(attempt.senderId(), attempt.key())
                .flatMap(known -> known.isPresent()
                        ? complete(attempt, known.get(), message)
                        : demandValid(attempt.senderId(), message).flatMap(valid -> claimAndWrite(attempt, message)));
    }

    private Uni<Sent> claimAndWrite(Attempt attempt, NewMessage message) {
        Claim mine = new Claim(attempt.fingerprint(), ids.next());
        return keys.claim(attempt.senderId(), attempt.key(), mine)
                .flatMap(settled -> settled.equals(mine)
                        ? publishing
                                .send(Message.written(mine.messageId(), attempt.senderId(), message))
                                .map(written -> new Sent(written, false))
                        : complete(attempt, settled, message));
    }

    /** The key was used before: its message is there, or whoever claimed it did not come so far. */
    private Uni<Sent> complete(Attempt attempt, Claim claim, NewMessage message) {
        if (!claim.fingerprint().equals(attempt.fingerprint())) {
            throw new ProblemException(CommonError.IDEMPOTENCY_KEY_REUSED);
        }
        Message expected = Message.written(claim.messageId(), attempt.senderId(), message);
        return store.find(message.conversationId(), claim.messageId())
                .flatMap(found -> found.isPresent()
                        ? Uni.createFrom().item(expected)
                        : demandValid(attempt.senderId(), message).flatMap(valid -> publishing.send(expected)))
                .map(there -> new Sent(there, true));
    }

    private Uni<Void> demandValid(UUID senderId, NewMessage message) {
        return writers.demand(message.conversationId(), senderId)
                .flatMap(mayWrite -> demandRepliedTo(message))
                .flatMap(valid -> files.demandVisible(message.attachments(), senderId));
    }

    private Uni<Void> demandRepliedTo(NewMessage message) {
        if (message.replyTo() == null) {
            return Uni.createFrom().voidItem();
        }
        return store.find(message.conversationId(), message.replyTo())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.invalid("replyTo", "body", "is not a message of this conversation");
                    }
                })
                .replaceWithVoid();
    }

    private record Attempt(UUID senderId, String key, String fingerprint) {}
}
