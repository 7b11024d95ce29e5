package org.summertrip.messaging.notification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.summertrip.messaging.outbox.Push;

/** A message that has just been written, without what it says. */
record Said(UUID conversationId, UUID messageId, UUID senderId) {
    static Said of(Push push) {
        JsonNode message = push.data();
        return new Said(
                push.conversationId(),
                UUID.fromString(message.path("id").asText()),
                UUID.fromString(message.path("senderId").asText()));
    }
}
