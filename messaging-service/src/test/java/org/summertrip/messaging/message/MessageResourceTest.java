package org.summertrip.messaging.message;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;

@QuarkusTest
class MessageResourceTest {
    @Inject
    World world;

    private UUID ana;
    private UUID group;

    @BeforeEach
    void aTripOfOne() {
        ana = world.id();
        group = world.group(ana);
    }

    @Test
    void storesWhatIsSaidWithSenderAndTimeOfItsOwn() {
        String file = world.file(ana, null).toString();

        ValidatableResponse sent = as(ana).body(Map.of(
                        "conversationId", group, "content", "Who brings the tent? 🏕", "attachments", List.of(file)))
                .post("/messages")
                .then()
                .statusCode(201);

        String id = sent.extract().path("id");
        sent.header("Location", matchesPattern(".*/messages/" + group + "/" + id))
                .header("ETag", notNullValue())
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("conversationId", equalTo(group.toString()))
                .body("senderId", equalTo(ana.toString()))
                .body("content", equalTo("Who brings the tent? 🏕"))
                .body("attachments", equalTo(List.of(file)))
                .body("replyTo", nullValue())
                .body("reactions", hasSize(0))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("editedAt", nullValue())
                .body("deleted", equalTo(false));
        Map<String, Object> read = as(ana).get("/messages/" + group)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        assertEquals(sent.extract().path("$"), read);
    }

    @Test
    void countsContentInCodePoints() {
        assertStatus(201, "🏕".repeat(4000));
        assertStatus(400, "🏕".repeat(4000) + "a");
        assertStatus(400, "");
    }

    @Test
    void refusesTextThatNoStoreCouldGiveBack() {
        as(ana).body("{\"conversationId\":\"" + group + "\",\"content\":\"half \\ud83c\"}")
                .post("/messages")
                .then()
                .statusCode(400);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        as(ana).body("{\"conversationId\":\"nonsense\",\"senderId\":\"" + ana + "\",\"attachments\":[null]}")
                .post("/messages")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("conversationId", "senderId", "content"))
                .body("violations.in", not(hasItem("query")));
    }

    @Test
    void takesAnAnswerToAMessageOfTheSameConversationOnly() {
        UUID question = say(ana, group, "When?");
        UUID elsewhere = say(ana, world.group(ana), "Elsewhere");

        as(ana).body(Map.of("conversationId", group, "content", "At nine", "replyTo", question))
                .post("/messages")
                .then()
                .statusCode(201)
                .body("replyTo", equalTo(question.toString()));
        as(ana).body(Map.of("conversationId", group, "content", "At nine", "replyTo", elsewhere))
                .post("/messages")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("replyTo"));
    }

    @Test
    void sendsOnceHoweverOftenTheSameAttemptIsMade() {
        String key = UUID.randomUUID().toString();

        String first = attempt(key, "Once").statusCode(201).extract().path("id");
        ValidatableResponse second = attempt(key, "Once");

        second.statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Location", notNullValue())
                .header("ETag", notNullValue())
                .body("id", equalTo(first));
        assertEquals(
                attempt(key, "Once").extract().<Object>path("$"),
                second.extract().<Object>path("$"));
        attempt(key, "Twice").statusCode(422).body("code", equalTo("idempotency-key-reused"));
        attempt("x".repeat(129), "Once").statusCode(400);
        as(ana).get("/messages/" + group).then().body("items", hasSize(1));
    }

    @Test
    void answersNotFoundAlikeForStrangersAndForConversationsThatAreNot() {
        UUID stranger = world.id();
        for (UUID conversation : List.of(group, world.id())) {
            as(stranger).get("/messages/" + conversation).then().statusCode(404).body("code", equalTo("not-found"));
            as(stranger)
                    .body(Map.of("conversationId", conversation, "content", "Hello"))
                    .post("/messages")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
        as(ana).get("/messages/nonsense").then().statusCode(400);
    }

    private void assertStatus(int status, String content) {
        as(ana).body(Map.of("conversationId", group, "content", content))
                .post("/messages")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse attempt(String key, String content) {
        return as(ana).header("Idempotency-Key", key)
                .body(Map.of("conversationId", group, "content", content))
                .post("/messages")
                .then();
    }
}
