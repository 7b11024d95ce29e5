package org.summertrip.e2e;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summertrip.local.Suite;

/** What reaches people while they look, and what they find when they come back. */
@ExtendWith(RunningSuite.class)
class LiveIT {
    @Test
    void messagesArriveWhileOneLooksAndAreNotLostInATunnel(Suite suite) {
        URI gateway = suite.gateway();
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        String conversation = conversation(ana, ben);
        Socket eyes = Socket.identify(gateway, ben);
        String session = eyes.await("ready").getString("session");

        say(ana, conversation, "Are you there?");
        JsonPath seen = eyes.awaitEvent("message.created");
        assertEquals("Are you there?", seen.getString("data.content"));
        assertEquals(ana.id(), seen.getString("data.senderId"));

        eyes.cut();
        say(ana, conversation, "Hello?");
        Socket again = Socket.resume(gateway, ben, session, seen.getString("seq"));
        again.await("resumed");
        assertEquals("Hello?", again.awaitEvent("message.created").getString("data.content"));
        say(ben, conversation, "Here I am");
        JourneyIT.soon().until(() -> again.events("message.created"), count -> count == 2);
        again.close();
    }

    @Test
    void friendshipsAndNotificationsArriveToo(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        try (Socket eyes = Socket.identify(suite.gateway(), ben)) {
            JourneyIT.soon()
                    .untilAsserted(() -> ana.posts("/friends/requests", Map.of("userId", ben.id()))
                            .then()
                            .statusCode(org.hamcrest.Matchers.oneOf(200, 201)));
            assertEquals(
                    "FRIEND_REQUEST", eyes.awaitEvent("notification.created").getString("data.type"));
            eyes.awaitEvent("friend.requested");
        }
    }

    @Test
    void theStartScreenIsOneCall(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        String conversation = conversation(ana, ben);
        say(ana, conversation, "First!");
        JourneyIT.soon()
                .untilAsserted(() -> ben.gets("/home")
                        .then()
                        .statusCode(200)
                        .body("me.id", equalTo(ben.id()))
                        .body("partial", equalTo(List.of()))
                        .body("conversations.find { it.id == '" + conversation + "' }.unreadCount", equalTo(1))
                        .body("notifications.items.type", hasItem("NEW_MESSAGE")));
    }

    private static String conversation(Traveller ana, Traveller ben) {
        String[] id = new String[1];
        JourneyIT.soon()
                .untilAsserted(() -> id[0] = ana.posts("/conversations", Map.of("userIds", List.of(ben.id())))
                        .then()
                        .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                        .extract()
                        .path("id"));
        return id[0];
    }

    private static void say(Traveller who, String conversation, String content) {
        who.posts("/messages", Map.of("conversationId", conversation, "content", content))
                .then()
                .statusCode(201);
    }
}
