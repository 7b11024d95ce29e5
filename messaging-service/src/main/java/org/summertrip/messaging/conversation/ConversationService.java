package org.summertrip.messaging.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.messaging.block.Blocks;
import org.summertrip.messaging.participant.Seats;
import org.summertrip.messaging.person.People;

/** Begins conversations. */
@Singleton
class ConversationService {
    private static final String ROLE = "member";

    private final People people;
    private final Blocks blocks;
    private final Seats seats;
    private final ConversationStore store;
    private final Views views;
    private final Ids ids;

    ConversationService(People people, Blocks blocks, Seats seats, ConversationStore store, Views views, Ids ids) {
        this.people = people;
        this.blocks = blocks;
        this.seats = seats;
        this.store = store;
        this.views = views;
        this.ids = ids;
    }

    Uni<Opened> open(UUID me, NewConversation wanted) {
        Set<UUID> others = wanted.others(me);
        if (others.isEmpty()) {
            throw ProblemException.invalid("userIds", "body", "must name somebody other than yourself");
        }
        return people.demandKnown(others)
                .flatMap(known -> blocks.demandNone(me, others))
                .flatMap(free -> others.size() == 1
                        ? openDirect(me, others.iterator().next(), wanted.title())
                        : openGroup(me, others, wanted.title()));
    }

    private Uni<Opened> openGroup(UUID me, Set<UUID> others, String title) {
        UUID id = ids.next();
        return create(new Head(id, Kind.GROUP, title, null, me, Ids.timeOf(id), null), me, others)
                .map(conversation -> new Opened(conversation, true));
    }

    private Uni<Opened> openDirect(UUID me, UUID other, String title) {
        return store.claim(me, other, ids.next()).flatMap(claim -> {
            UUID id = claim.conversationId();
            Head head = new Head(id, Kind.DIRECT, title, null, me, Ids.timeOf(id), null);
            return claim.fresh()
                    ? create(head, me, Set.of(other)).map(conversation -> new Opened(conversation, true))
                    : existing(head, me, other).map(conversation -> new Opened(conversation, false));
        });
    }

    /** Who decided the id may have died, or not have come so far, before writing the conversation: then this one writes it. */
    private Uni<Conversation> existing(Head expected, UUID me, UUID other) {
        return Uni.combine()
                .all()
                .unis(store.find(expected.id()), seats.find(me, expected.id()))
                .collectFailures()
                .asTuple()
                .flatMap(found -> found.getItem1().isPresent()
                                && found.getItem2().isPresent()
                        ? views.of(found.getItem1().get(), found.getItem2().get(), me)
                        : create(expected, me, Set.of(other)));
    }

    private Uni<Conversation> create(Head head, UUID me, Set<UUID> others) {
        Set<UUID> all = new LinkedHashSet<>(Set.of(me));
        all.addAll(others);
        return store.create(head, all, ROLE).replaceWith(Views.begun(head, List.copyOf(all)));
    }
}
