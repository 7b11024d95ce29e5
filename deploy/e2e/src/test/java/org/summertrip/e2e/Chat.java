package org.summertrip.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A conversation of two, seen from outside. */
record Chat(String id) {
    static Chat between(Door door, Traveller one, Traveller other) {
        Door.Answer begun = JourneyIT.soon()
                .until(
                        () -> door.post(one, "/conversations", Map.of("userIds", List.of(other.id()))),
                        answer -> answer.status() < 300);
        return new Chat(begun.id());
    }

    /** Sends once; the message's id. */
    String say(Door door, Traveller who, String content) {
        return door.post(who, "/messages", saying(content)).mustBe(201).id();
    }

    /** Sends as a careful client does: again with the same key, while there is no answer or the answer is 503. */
    String insist(Door door, Traveller who, String content) {
        String key = UUID.randomUUID().toString();
        return JourneyIT.soon()
                .pollDelay(Duration.ZERO)
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> door.post(who, "/messages", saying(content), "Idempotency-Key", key),
                        answer -> answer.status() != 503)
                .mustBe(201)
                .id();
    }

    private Map<String, String> saying(String content) {
        return Map.of("conversationId", id, "content", content);
    }

    /** The ids of all messages, oldest first. */
    List<String> history(Door door, Traveller reader) {
        List<String> ids = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = door.get(reader, "/messages/" + id + "?limit=100" + before)
                    .mustBe(200)
                    .json();
            page.path("items").forEach(message -> ids.add(message.path("id").asText()));
            before = page.path("next").isNull()
                    ? null
                    : "&before=" + page.path("next").asText();
        } while (before != null);
        Collections.reverse(ids);
        return ids;
    }

    String newest(Door door, Traveller reader) {
        List<String> ids = history(door, reader);
        return ids.get(ids.size() - 1);
    }

    int unread(Door door, Traveller reader) {
        return door.get(reader, "/conversations/" + id)
                .mustBe(200)
                .json()
                .path("unreadCount")
                .asInt(-1);
    }
}
