package org.summertrip.messaging.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.person.People;

/** Tells people that somebody wants to be their friend, or has become it. */
@Singleton
class FriendNotifications implements EventHandler {
    private static final String REQUESTED = "friend.requested";
    private static final String ACCEPTED = "friend.accepted";
    private static final String SOMEBODY = "Somebody";

    private final NotificationStore store;
    private final People people;
    private final ObjectMapper mapper;

    FriendNotifications(NotificationStore store, People people, ObjectMapper mapper) {
        this.store = store;
        this.people = people;
        this.mapper = mapper;
    }

    @Override
    public Set<String> types() {
        return Set.of(REQUESTED, ACCEPTED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        FriendFact fact = read(event);
        if (event.type().equals(REQUESTED)) {
            UUID asking = Objects.requireNonNull(fact.fromUserId(), "fromUserId");
            UUID asked = Objects.requireNonNull(fact.toUserId(), "toUserId");
            return tell(event, asked, "FRIEND_REQUEST", asking, " wants to be your friend", "/friends/requests");
        }
        UUID accepting = Objects.requireNonNull(fact.userId(), "userId");
        UUID accepted = Objects.requireNonNull(fact.friendId(), "friendId");
        return tell(
                event, accepted, "FRIEND_ACCEPTED", accepting, " accepted your friend request", "/users/" + accepting);
    }

    private Uni<Void> tell(CloudEvent event, UUID receiver, String type, UUID about, String what, String link) {
        UUID id = Uuid7.derived(event.time(), event.id() + " " + receiver);
        return people.nameOf(about)
                .map(name -> name.orElse(SOMEBODY) + what)
                .flatMap(message ->
                        store.put(new Notification(id, receiver, type, message, link, State.UNSEEN, Ids.timeOf(id))));
    }

    private FriendFact read(CloudEvent event) {
        try {
            return mapper.treeToValue(event.data(), FriendFact.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("unreadable " + event.type(), unreadable);
        }
    }
}
