package org.summertrip.messaging.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.messaging.World;

@QuarkusTest
class EditingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    World world;

    @Inject
    MessageStore store;

    @Inject
    Publishing publishing;

    private UUID ana;
    private UUID ben;
    private UUID group;
    private UUID message;

    @BeforeEach
    void aTripOfTwoAndAMessage() {
        ana = world.id();
        ben = world.id();
        group = world.group(ana, ben);
        message = say(ana, group, "Who brings the tent?");
    }

    @Test
    void editsOnesOwnAndSaysWhen() {
        String before = as(ana).get(path()).then().statusCode(200).extract().header("ETag");

        ValidatableResponse edited = edit(ana, "Who brings both tents?").statusCode(200);

        edited.header("ETag", notNullValue())
                .body("content", equalTo("Who brings both tents?"))
                .body("editedAt", notNullValue())
                .body("deleted", equalTo(false));
        as(ben).get("/messages/" + group)
                .then()
                .body("items[0].content", equalTo("Who brings both tents?"))
                .body("items[0].editedAt", equalTo(edited.extract().path("editedAt")));
        as(ana).header("If-None-Match", before).get(path()).then().statusCode(200);
        as(ana).header("If-None-Match", edited.extract().header("ETag"))
                .get(path())
                .then()
                .statusCode(304);
        as(ana).header("If-Match", before)
                .body(Map.of("content", "again"))
                .patch(path())
                .then()
                .statusCode(412);
    }

    @Test
    void leavesABlankWhereAMessageWasDeleted() {
        as(ben).put(path() + "/reactions/👍").then().statusCode(204);

        as(ana).delete(path()).then().statusCode(204);
        as(ana).delete(path()).then().statusCode(204);

        for (UUID reader : List.of(ana, ben)) {
            as(reader)
                    .get("/messages/" + group)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(message.toString()))
                    .body("items[0].senderId", equalTo(ana.toString()))
                    .body("items[0].content", nullValue())
                    .body("items[0].attachments", hasSize(0))
                    .body("items[0].reactions", hasSize(0))
                    .body("items[0].deleted", equalTo(true));
        }
        edit(ana, "back").statusCode(409).body("code", equalTo("message-deleted"));
        as(ben).put(path() + "/reactions/👍").then().statusCode(409);
    }

    @Test
    void keepsNothingOfAnEditThatCrossesADeletion() {
        Stored present = store.find(group, message).await().atMost(PATIENCE).orElseThrow();

        as(ana).delete(path()).then().statusCode(204);
        publishing.edit(present, "too late").await().atMost(PATIENCE);

        Stored after = store.find(group, message).await().atMost(PATIENCE).orElseThrow();
        assertTrue(after.isDeleted());
        assertEquals("", after.content());
    }

    @Test
    void letsNobodyElseEditAndOnlyAdminsDelete() {
        UUID admin = world.id();
        edit(ben, "mine now").statusCode(403);
        as(ben).delete(path()).then().statusCode(403);
        edit(world.id(), "?").statusCode(404);
        as(world.id()).delete(path()).then().statusCode(404);
        given().auth().oauth2(Tokens.admin(admin)).delete(path()).then().statusCode(204);

        UUID second = say(ana, group, "second");
        world.member("member.role-changed", group, ben, Instant.now().plusMillis(5));
        world.settle();
        as(ben).delete("/messages/" + group + "/" + second).then().statusCode(204);
    }

    @Test
    void knowsWhatIsNotThere() {
        as(ana).delete("/messages/" + group + "/" + world.id()).then().statusCode(404);
        as(ana).get("/messages/" + group + "/" + world.id()).then().statusCode(404);
        as(ana).patch("/messages/" + group + "/nonsense").then().statusCode(400);
        as(ana).body("{}").patch(path()).then().statusCode(400);
        as(ana).body("{\"content\":null}").patch(path()).then().statusCode(400);
        as(ana).body("{\"content\":\"x\",\"senderId\":\"y\"}")
                .patch(path())
                .then()
                .statusCode(400);
    }

    @Test
    void countsReactionsAndShowsOnesOwn() {
        as(ana).put(path() + "/reactions/👍").then().statusCode(204);
        as(ana).put(path() + "/reactions/👍").then().statusCode(204);
        as(ben).put(path() + "/reactions/👍").then().statusCode(204);
        as(ben).put(path() + "/reactions/❤️").then().statusCode(204);

        as(ana).get(path())
                .then()
                .body("reactions.emoji", contains("👍", "❤️"))
                .body("reactions.count", contains(2, 1))
                .body("reactions.mine", contains(true, false));
        as(ben).get("/messages/" + group).then().body("items[0].reactions.mine", contains(true, true));

        as(ben).delete(path() + "/reactions/👍").then().statusCode(204);
        as(ben).delete(path() + "/reactions/👍").then().statusCode(204);
        as(ben).get(path())
                .then()
                .body("reactions.count", contains(1, 1))
                .body("reactions.mine", contains(true, false));
    }

    @Test
    void refusesReactionsThatAreNone() {
        for (String nothing : List.of("a", "👍👍", "ok")) {
            as(ana).put(path() + "/reactions/" + nothing).then().statusCode(400).body("code", equalTo("invalid-input"));
        }
        as(world.id()).put(path() + "/reactions/👍").then().statusCode(404);
        as(ana).put("/messages/" + group + "/" + world.id() + "/reactions/👍")
                .then()
                .statusCode(404);
    }

    @Test
    void bearsTwentyDifferentReactions() {
        for (int i = 0; i < 20; i++) {
            as(ana).put(path() + "/reactions/" + Character.toString(0x1F600 + i))
                    .then()
                    .statusCode(204);
        }
        as(ben).put(path() + "/reactions/" + Character.toString(0x1F600)).then().statusCode(204);
        as(ben).put(path() + "/reactions/👍").then().statusCode(409).body("code", equalTo("too-many-reactions"));
    }

    @Test
    void tellsOtherServicesAndEverybodyWhoIsConnected() {
        edit(ana, "changed");
        as(ben).put(path() + "/reactions/👍").then().statusCode(204);
        as(ana).delete(path()).then().statusCode(204);

        JsonPath created = world.awaitPush(ben, "message.created");
        JsonPath updated = world.awaitPush(ben, "message.updated");
        JsonPath reaction = world.awaitPush(ana, "message.reaction");
        JsonPath deleted = world.awaitPush(ana, "message.deleted");

        assertEquals("Who brings the tent?", created.getString("content"));
        assertEquals("changed", updated.getString("content"));
        assertEquals(message.toString(), reaction.getString("messageId"));
        assertEquals("👍", reaction.getString("emoji"));
        assertEquals(ben.toString(), reaction.getString("userId"));
        assertEquals(true, deleted.getBoolean("deleted"));
        Awaitility.await().atMost(PATIENCE).until(() -> events().contains("message.deleted"));
        assertEquals(List.of("message.created", "message.updated", "message.deleted"), events());
        assertFalse(world.streams().read(World.MESSAGING).toString().contains("both tents"));
    }

    private List<String> events() {
        return world.streams().read(World.MESSAGING).stream()
                .filter(event -> group.toString().equals(event.subject()))
                .map(CloudEvent::type)
                .toList();
    }

    private String path() {
        return "/messages/" + group + "/" + message;
    }

    private ValidatableResponse edit(UUID editor, String content) {
        return as(editor).body(Map.of("content", content)).patch(path()).then();
    }
}
