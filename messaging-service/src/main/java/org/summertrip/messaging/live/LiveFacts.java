package org.summertrip.messaging.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.messaging.Telling;
import org.summertrip.messaging.outbox.Push;

/**
 * Shows people who are connected what other services tell: friendships to both sides, each seeing the other; comings and goings to
 * the trip. Of people it gives the id: what they are called is users-service's to say.
 */
@Singleton
class LiveFacts implements Telling {
    private static final String REQUESTED = "friend.requested";
    private static final String ACCEPTED = "friend.accepted";
    private static final String REMOVED = "friend.removed";
    private static final String JOINED = "member.joined";
    private static final String LEFT = "member.left";
    private static final String BANNED = "member.banned";

    private final FanOut fanOut;

    LiveFacts(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    @Override
    public Set<String> types() {
        return Set.of(REQUESTED, ACCEPTED, REMOVED, JOINED, LEFT, BANNED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        JsonNode fact = event.data();
        return fanOut.take(
                switch (event.type()) {
                    case REQUESTED -> between(REQUESTED, fact, "fromUserId", "toUserId");
                    case ACCEPTED, REMOVED -> between(event.type(), fact, "userId", "friendId");
                    default -> List.of(membership(event.type(), fact));
                });
    }

    private static List<Push> between(String type, JsonNode fact, String one, String other) {
        return List.of(
                side(type, fact, id(fact, one), id(fact, other), "out"),
                side(type, fact, id(fact, other), id(fact, one), "in"));
    }

    private static Push side(String type, JsonNode fact, UUID viewer, UUID other, String direction) {
        ObjectNode data = fact.deepCopy();
        data.putObject("user").put("id", other.toString());
        if (type.equals(REQUESTED)) {
            data.put("direction", direction).set("requestedAt", fact.get("at"));
        }
        return new Push(type, data, null, List.of(viewer));
    }

    /** Who was banned has left, as far as the others care; who is concerned is told, too, although no longer a member. */
    private static Push membership(String type, JsonNode fact) {
        UUID member = id(fact, "userId");
        ObjectNode data = fact.deepCopy();
        data.putObject("user").put("id", member.toString());
        return new Push(type.equals(BANNED) ? LEFT : type, data, id(fact, "groupId"), List.of(member));
    }

    private static UUID id(JsonNode fact, String field) {
        return UUID.fromString(fact.path(field).asText());
    }
}
