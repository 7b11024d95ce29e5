package org.summertrip.messaging.conversation;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;
import static org.summertrip.messaging.World.talk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;

@QuarkusTest
class ConversationResourceTest {
    @Inject
    World world;

    @Test
    void beginsADirectConversationOnceForBothSides() {
        UUID ana = world.person();
        UUID ben = world.person();

        ValidatableResponse begun = open(ana, List.of(ben)).statusCode(201);
        String id = begun.extract().path("id");

        begun.header("Location", containsString("/conversations/" + id))
                .header("ETag", notNullValue())
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                .body("kind", equalTo("direct"))
                .body("title", nullValue())
                .body("groupId", nullValue())
                .body("participantIds", containsInAnyOrder(ana.toString(), ben.toString()))
                .body("lastMessage", nullValue())
                .body("unreadCount", equalTo(0))
                .body("lastReadMessageId", nullValue())
                .body("muted", equalTo(false))
                .body("createdAt", notNullValue());
        open(ana, List.of(ben)).statusCode(200).body("id", equalTo(id));
        open(ben, List.of(ana)).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void showsTheLastMessageAndWhatOthersHaveSaidWhenItExists() {
        UUID ana = world.person();
        UUID ben = world.person();
        UUID id = talk(ana, ben);
        say(ana, id, "one");
        say(ana, id, "two");
        UUID last = say(ben, id, "three");

        open(ben, List.of(ana))
                .statusCode(200)
                .body("unreadCount", equalTo(2))
                .body("lastMessage.id", equalTo(last.toString()))
                .body("lastMessage.content", equalTo("three"));
        open(ana, List.of(ben)).statusCode(200).body("unreadCount", equalTo(1));
    }

    @Test
    void settlesOnOneConversationHoweverManyBeginItAtOnce() {
        UUID ana = world.person();
        UUID ben = world.person();

        List<CompletableFuture<Response>> attempts = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> as(i % 2 == 0 ? ana : ben)
                        .body(Map.of("userIds", List.of(i % 2 == 0 ? ben : ana)))
                        .post("/conversations")))
                .toList();
        List<Response> answers = attempts.stream().map(CompletableFuture::join).toList();

        Set<String> ids =
                answers.stream().<String>map(answer -> answer.path("id")).collect(Collectors.toSet());
        long created =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        long found =
                answers.stream().filter(answer -> answer.statusCode() == 200).count();
        assertEquals(1, ids.size());
        assertEquals(1, created);
        assertEquals(11, found);
        say(ana, UUID.fromString(ids.iterator().next()), "works");
    }

    @Test
    void beginsANewConversationOfSeveralEachTime() {
        UUID ana = world.person();
        List<UUID> others = world.people(3);
        Map<String, Object> body = Map.of("userIds", others, "title", "  Tents  ");

        ValidatableResponse begun =
                as(ana).body(body).post("/conversations").then().statusCode(201);

        begun.body("kind", equalTo("group"))
                .body("title", equalTo("Tents"))
                .body("groupId", nullValue())
                .body("participantIds", hasSize(4));
        as(ana).body(body)
                .post("/conversations")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(begun.extract().path("id"))));
        say(others.get(2), UUID.fromString(begun.extract().path("id")), "I have one");
    }

    @Test
    void doesNotKnowStrangers() {
        UUID ana = world.person();
        UUID ben = world.person();

        open(ana, List.of(world.id())).statusCode(404).body("code", equalTo("not-found"));
        open(ana, List.of(ben, world.earlierId())).statusCode(404);
    }

    @Test
    void forgetsWhoWasErased() {
        UUID ana = world.person();
        UUID ben = world.person();

        world.streams().publish(World.USERS, "user.erased", ben.toString(), Map.of("id", ben));
        world.settle();

        open(ana, List.of(ben)).statusCode(404);
    }

    @Test
    void needsSomebodyElse() {
        UUID ana = world.person();

        open(ana, List.of()).statusCode(400).body("violations.field", equalTo(List.of("userIds")));
        open(ana, List.of(ana)).statusCode(400).body("violations.field", equalTo(List.of("userIds")));
        as(ana).body("{}").post("/conversations").then().statusCode(400);
        as(ana).body("{\"userIds\":[null]}").post("/conversations").then().statusCode(400);
        as(ana).body("{\"userIds\":[\"ben\"],\"colour\":1}")
                .post("/conversations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("userIds[0]", "colour"));
    }

    @Test
    void beginsOnceHoweverOftenTheSameAttemptIsMade() {
        UUID ana = world.person();
        Map<String, Object> body = new HashMap<>(Map.of("userIds", world.people(2)));
        String key = UUID.randomUUID().toString();

        String first = attempt(ana, key, body).statusCode(201).extract().path("id");

        attempt(ana, key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("id", equalTo(first));
        body.put("title", "other");
        attempt(ana, key, body).statusCode(422);
    }

    private static ValidatableResponse open(UUID caller, List<UUID> others) {
        return as(caller).body(Map.of("userIds", others)).post("/conversations").then();
    }

    private static ValidatableResponse attempt(UUID caller, String key, Map<String, Object> body) {
        return as(caller)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/conversations")
                .then();
    }
}
