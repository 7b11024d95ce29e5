package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.Telling;

/** Tells people that somebody wants to be their friend, or has become it. */
@Singleton
class FriendNotifications implements Telling {
    private static final String REQUESTED = "friend.requested";

    private final Teller teller;
    private final Names names;
    private final Facts facts;

    FriendNotifications(Teller teller, Names names, Facts facts) {
        this.teller = teller;
        this.names = names;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of(REQUESTED, "friend.accepted");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        FriendFact fact = facts.read(event, FriendFact.class);
        return event.type().equals(REQUESTED) ? requested(event, fact) : accepted(event, fact);
    }

    private Uni<Void> requested(CloudEvent event, FriendFact fact) {
        UUID asking = Objects.requireNonNull(fact.fromUserId(), "fromUserId");
        UUID asked = Objects.requireNonNull(fact.toUserId(), "toUserId");
        return names.of(asking)
                .map(name ->
                        new Tiding(Type.FRIEND_REQUEST, asking, name + " wants to be your friend", "/friends/requests"))
                .flatMap(tiding -> teller.tell(event, List.of(asked), tiding));
    }

    private Uni<Void> accepted(CloudEvent event, FriendFact fact) {
        UUID accepting = Objects.requireNonNull(fact.userId(), "userId");
        UUID accepted = Objects.requireNonNull(fact.friendId(), "friendId");
        return names.of(accepting)
                .map(name -> new Tiding(
                        Type.FRIEND_ACCEPTED, accepting, name + " accepted your friend request", "/users/" + accepting))
                .flatMap(tiding -> teller.tell(event, List.of(accepted), tiding));
    }
}
