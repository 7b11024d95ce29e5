package org.summertrip.messaging.conversation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;
import static org.summertrip.messaging.World.talk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;

@QuarkusTest
class InboxTest {
    @Inject
    World world;

    private UUID ana;
    private UUID ben;

    @BeforeEach
    void twoPeople() {
        ana = world.person("Ana", "Silva");
        ben = world.person("Ben", "Costa");
    }

    @Test
    void isEmptyAtFirst() {
        as(ana).get("/conversations")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void showsWhatWasSaidLastAndHowMuchIsUnread() {
        UUID group = world.group(ana, ben);
        say(ana, group, "one");
        UUID second = say(ana, group, "two");
        UUID own = say(ben, group, "mine");

        as(ben).get("/conversations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(group.toString()))
                .body("items[0].kind", equalTo("group"))
                .body("items[0].title", equalTo("Lisbon"))
                .body("items[0].groupId", equalTo(group.toString()))
                .body("items[0].participantIds", hasSize(2))
                .body("items[0].lastMessage.id", equalTo(own.toString()))
                .body("items[0].unreadCount", equalTo(2))
                .body("items[0].lastReadMessageId", nullValue())
                .body("items[0].muted", equalTo(false))
                .body("items[0].createdAt", notNullValue());
        read(ben, group, second, 204);
        as(ben).get("/conversations")
                .then()
                .body("items[0].unreadCount", equalTo(0))
                .body("items[0].lastReadMessageId", equalTo(second.toString()));
    }

    @Test
    void movesTheReadMarkerForwardOnly() {
        UUID group = world.group(ana, ben);
        UUID first = say(ana, group, "one");
        UUID second = say(ana, group, "two");

        read(ben, group, second, 204);
        read(ben, group, first, 204);

        assertEquals(second.toString(), one(ben, group).getString("lastReadMessageId"));
        assertEquals(0, one(ben, group).getInt("unreadCount"));
        read(ben, group, world.id(), 400);
        read(world.id(), group, first, 404);
        as(ben).body("{}").post("/conversations/" + group + "/read").then().statusCode(400);
        assertEquals(ben.toString(), world.awaitPush(ana, "conversation.read").getString("userId"));
    }

    @Test
    void doesNotCountWhatWasDeletedOrSaidBeforeOneCame() {
        UUID group = world.group(ana);
        say(ana, group, "before");
        world.join(group, ben, Instant.now().plusMillis(2));
        world.settle();
        UUID deleted = say(ana, group, "deleted");
        say(ana, group, "left");
        as(ana).delete("/messages/" + group + "/" + deleted).then().statusCode(204);

        assertEquals(1, one(ben, group).getInt("unreadCount"));
        assertEquals(0, one(ana, group).getInt("unreadCount"));
    }

    @Test
    void leafsFromTheLatestActivityOn() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            groups.add(world.group(ana, ben).toString());
        }
        UUID direct = talk(ana, ben);
        say(ben, UUID.fromString(groups.get(1)), "news");
        say(ben, UUID.fromString(groups.get(3)), "news");

        List<String> expected =
                List.of(groups.get(3), groups.get(1), direct.toString(), groups.get(4), groups.get(2), groups.get(0));
        List<String> leafed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = as(ana).get("/conversations?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            leafed.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        assertEquals(expected, leafed);
        String foreign = as(ben).get("/conversations?limit=2").path("next");
        as(ana).get("/conversations?cursor=" + foreign).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        as(ana).get("/conversations?limit=0").then().statusCode(400);
    }

    @Test
    void mutesAndUnmutes() {
        UUID group = world.group(ana, ben);

        as(ben).body("{}").put("/conversations/" + group + "/mute").then().statusCode(204);
        assertTrue(one(ben, group).getBoolean("muted"));
        as(ben).delete("/conversations/" + group + "/mute").then().statusCode(204);
        assertEquals(false, one(ben, group).getBoolean("muted"));
        as(ben).body(Map.of("until", Instant.now().plusSeconds(60).toString()))
                .put("/conversations/" + group + "/mute")
                .then()
                .statusCode(204);
        assertTrue(one(ben, group).getBoolean("muted"));
        assertEquals(false, one(ana, group).getBoolean("muted"));
        as(ben).body(Map.of("until", Instant.now().minusSeconds(60).toString()))
                .put("/conversations/" + group + "/mute")
                .then()
                .statusCode(400);
        as(world.id())
                .body("{}")
                .put("/conversations/" + group + "/mute")
                .then()
                .statusCode(404);
    }

    @Test
    void takesAMuteWithoutABodyAndRefusesABadOne() {
        UUID group = world.group(ana, ben);

        as(ben).put("/conversations/" + group + "/mute").then().statusCode(204);
        as(ben).body("{\"till\":1}")
                .put("/conversations/" + group + "/mute")
                .then()
                .statusCode(400);

        assertTrue(one(ben, group).getBoolean("muted"));
    }

    private static JsonPath one(UUID reader, UUID id) {
        return as(reader)
                .get("/conversations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void read(UUID reader, UUID conversation, UUID message, int status) {
        as(reader)
                .body(Map.of("messageId", message))
                .post("/conversations/" + conversation + "/read")
                .then()
                .statusCode(status);
    }
}
