package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who hears of somebody's coming and going: friends, and whoever is in a group with him. */
record Audience(List<UUID> friends, List<UUID> groups) {
    static final Audience NOBODY = new Audience(List.of(), List.of());

    Audience {
        friends = List.copyOf(friends);
        groups = List.copyOf(groups);
    }

    /** Reads what graph-service answers, and what was kept of it. */
    static Audience of(JsonNode answer) {
        return new Audience(ids(answer.path("friendIds")), ids(answer.path("groupIds")));
    }

    static List<UUID> ids(JsonNode array) {
        List<UUID> ids = new ArrayList<>(array.size());
        array.forEach(id -> ids.add(UUID.fromString(id.asText())));
        return ids;
    }
}
