package org.summertrip.messaging.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * What people who are connected see at once.
 *
 * @param type {@code message.created}
 * @param data what the socket shows: a shape of the API
 * @param conversationId everybody who takes part in it is told, or null
 * @param userIds who else is told
 */
@RegisterForReflection
public record Push(String type, JsonNode data, UUID conversationId, List<UUID> userIds) {
    public Push {
        userIds = userIds == null ? List.of() : List.copyOf(userIds);
    }
}
