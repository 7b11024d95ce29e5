package org.summertrip.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Two who may become friends. */
record Pair(Traveller one, Traveller other) {
    /** Until graph-service has heard of both. */
    Pair awaitAcquaintance(Door door) {
        JourneyIT.soon()
                .until(() -> door.get(one, "/graph/mutual/" + other.id()).status() == 200
                        && door.get(other, "/graph/mutual/" + one.id()).status() == 200);
        return this;
    }

    /** Each asks the other, each through another door. */
    List<Callable<Door.Answer>> requests(Door ones, Door others) {
        return List.of(
                () -> ones.post(one, "/friends/requests", Map.of("userId", other.id())),
                () -> others.post(other, "/friends/requests", Map.of("userId", one.id())));
    }

    void mustBeFriendsOnce(Door door) {
        for (Pair side : List.of(this, new Pair(other, one))) {
            JsonNode friends = door.get(side.one, "/friends").mustBe(200).json();
            assertEquals(1, friends.path("items").size());
            assertEquals(side.other.id(), friends.at("/items/0/user/id").asText());
            JsonNode waiting =
                    door.get(side.one, "/friends/requests").mustBe(200).json();
            assertEquals(0, waiting.path("items").size());
        }
    }

    /** One of the two was first: the other is told of the request, and the first that it was accepted. */
    void mustHaveBeenToldOnce(Door door) {
        List<String> told = new ArrayList<>(told(door, one));
        told.addAll(told(door, other));
        told.sort(null);
        assertEquals(List.of("[FRIEND_ACCEPTED]", "[FRIEND_REQUEST]"), told);
    }

    private static List<String> told(Door door, Traveller who) {
        List<String> types = new ArrayList<>();
        door.get(who, "/notifications/me?limit=100")
                .mustBe(200)
                .json()
                .path("items")
                .forEach(item -> types.add(item.path("type").asText()));
        return List.of(types.stream()
                .filter(type -> type.startsWith("FRIEND_"))
                .toList()
                .toString());
    }
}
