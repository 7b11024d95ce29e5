package org.summertrip.gateway.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the start screen is made of. */
enum Part {
    ME("me", "users-service", "/users/me"),
    GROUPS("groups", "users-service", "/groups?mine=true&limit=20"),
    CONVERSATIONS("conversations", "messaging-service", "/conversations?limit=20"),
    NOTIFICATIONS("notifications", "messaging-service", "/notifications/me?state=UNSEEN&limit=20"),
    SUGGESTIONS("suggestions", "graph-service", "/graph/suggestions?limit=10");

    private final String field;
    private final String service;
    private final String uri;

    Part(String field, String service, String uri) {
        this.field = field;
        this.service = service;
        this.uri = uri;
    }

    /** Its name in the answer, and in {@code partial} when it is missing. */
    String field() {
        return field;
    }

    String service() {
        return service;
    }

    String uri() {
        return uri;
    }

    /** What of the service's answer is shown: of a page its items. */
    JsonNode shown(JsonNode answer) {
        return switch (this) {
            case ME -> answer;
            case NOTIFICATIONS -> {
                ObjectNode shown = JsonNodeFactory.instance.objectNode();
                shown.set("unseenCount", answer.path("unseenCount"));
                shown.set("items", answer.path("items"));
                yield shown;
            }
            case GROUPS, CONVERSATIONS, SUGGESTIONS -> answer.path("items");
        };
    }
}
