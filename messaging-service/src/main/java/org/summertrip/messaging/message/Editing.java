package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.kit.etag.Etags;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.MessagingError;
import org.summertrip.messaging.block.Writers;
import org.summertrip.messaging.participant.Participants;

/** What people do with messages that are there: edit and delete their own, react to all. */
@Singleton
class Editing {
    private final Participants participants;
    private final Writers writers;
    private final MessageStore store;
    private final Publishing publishing;
    private final Etags etags;

    Editing(Participants participants, Writers writers, MessageStore store, Publishing publishing, Etags etags) {
        this.participants = participants;
        this.writers = writers;
        this.store = store;
        this.publishing = publishing;
        this.etags = etags;
    }

    Uni<Message> edit(UUID me, UUID conversationId, UUID id, String content, String ifMatch) {
        return participants
                .demand(conversationId, me)
                .flatMap(takesPart -> demand(conversationId, id))
                .flatMap(present -> {
                    if (!present.isFrom(me)) {
                        throw new ProblemException(CommonError.FORBIDDEN, "Only its sender may edit a message");
                    }
                    refuseDeleted(present);
                    etags.check(ifMatch, present.seenBy(me));
                    return publishing.edit(present, content);
                })
                .map(edited -> edited.seenBy(me));
    }

    /** Also for those who keep order: admins of the trip, and admins of the product wherever it is. */
    Uni<Void> delete(Caller caller, UUID conversationId, UUID id, String ifMatch) {
        UUID me = caller.id();
        return mayDeleteAnything(caller, conversationId)
                .flatMap(anything -> demand(conversationId, id).flatMap(present -> {
                    if (!anything && !present.isFrom(me)) {
                        throw new ProblemException(CommonError.FORBIDDEN, "Only its sender or an admin may delete it");
                    }
                    etags.check(ifMatch, present.seenBy(me));
                    return present.isDeleted() ? Uni.createFrom().voidItem() : publishing.delete(present, me);
                }));
    }

    private Uni<Boolean> mayDeleteAnything(Caller caller, UUID conversationId) {
        return caller.isAdmin()
                ? Uni.createFrom().item(true)
                : participants.demand(conversationId, caller.id()).map(part -> part.peerId() == null && part.isAdmin());
    }

    Uni<Void> react(UUID me, UUID conversationId, UUID id, String emoji) {
        Emoji.demand(emoji);
        return writers.demand(conversationId, me)
                .flatMap(mayWrite -> demand(conversationId, id))
                .flatMap(present -> {
                    refuseDeleted(present);
                    if (present.reactions().contains(Stored.reaction(emoji, me))) {
                        return Uni.createFrom().voidItem();
                    }
                    if (!present.emojis().contains(emoji) && present.emojis().size() >= Limits.EMOJIS) {
                        throw new ProblemException(MessagingError.TOO_MANY_REACTIONS);
                    }
                    return publishing.react(present, emoji, me);
                });
    }

    Uni<Void> unreact(UUID me, UUID conversationId, UUID id, String emoji) {
        Emoji.demand(emoji);
        return participants
                .demand(conversationId, me)
                .flatMap(takesPart -> demand(conversationId, id))
                .flatMap(present -> present.reactions().contains(Stored.reaction(emoji, me))
                        ? publishing.unreact(present, emoji, me)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Stored> demand(UUID conversationId, UUID id) {
        return store.find(conversationId, id).map(found -> found.orElseThrow(ProblemException::notFound));
    }

    private static void refuseDeleted(Stored present) {
        if (present.isDeleted()) {
            throw new ProblemException(MessagingError.MESSAGE_DELETED);
        }
    }
}
