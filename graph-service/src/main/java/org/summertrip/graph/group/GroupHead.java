package org.summertrip.graph.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Moments;

/** What the graph knows of a group, for those who are in it. */
@RegisterForReflection
public record GroupHead(
        UUID id,
        String name,
        String description,
        String destination,
        String startsOn,
        String endsOn,
        String visibility,
        Integer maxMembers,
        Instant createdAt,
        Instant updatedAt) {
    /** From a (:Group) node. */
    public static GroupHead of(Value node) {
        Value most = node.get("maxMembers");
        return new GroupHead(
                UUID.fromString(node.get("id").asString()),
                node.get("name").asString(null),
                node.get("description").asString(null),
                node.get("destination").asString(null),
                node.get("startsOn").asString(null),
                node.get("endsOn").asString(null),
                node.get("visibility").asString(null),
                most.isNull() ? null : most.asInt(),
                Moments.read(node.get("createdAt")),
                Moments.read(node.get("updatedAt")));
    }
}
