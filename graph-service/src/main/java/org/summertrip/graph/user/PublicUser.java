package org.summertrip.graph.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.neo4j.driver.Value;
import org.summertrip.graph.store.Moments;

/** What anybody may see of a person. */
@RegisterForReflection
public record PublicUser(
        UUID id, String firstName, String lastName, UUID avatarFileId, Instant createdAt, Instant updatedAt) {
    /** From a (:User) node. */
    public static PublicUser of(Value node) {
        String avatar = node.get("avatarFileId").asString(null);
        return new PublicUser(
                UUID.fromString(node.get("id").asString()),
                node.get("firstName").asString(null),
                node.get("lastName").asString(null),
                avatar == null ? null : UUID.fromString(avatar),
                Moments.read(node.get("createdAt")),
                Moments.read(node.get("updatedAt")));
    }
}
