package org.summertrip.gateway.home;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * What an app shows first, in one answer. A part whose service did not answer in time is null and named in {@code partial}. The
 * documented schema, which refers to those of the services, is in {@code META-INF/openapi.yaml}.
 *
 * @param me the caller, as at {@code GET /users/me}
 * @param groups the caller's trips
 * @param conversations the inbox, with unread counts
 * @param notifications those not seen yet, and how many there are
 * @param suggestions whom the caller may know
 * @param partial the names of the parts that are missing
 */
@RegisterForReflection
public record Home(
        JsonNode me,
        JsonNode groups,
        JsonNode conversations,
        JsonNode notifications,
        JsonNode suggestions,
        List<String> partial) {
    public Home {
        partial = List.copyOf(partial);
    }

    static Home of(Map<Part, JsonNode> parts, List<String> partial) {
        return new Home(
                parts.get(Part.ME),
                parts.get(Part.GROUPS),
                parts.get(Part.CONVERSATIONS),
                parts.get(Part.NOTIFICATIONS),
                parts.get(Part.SUGGESTIONS),
                partial);
    }
}
