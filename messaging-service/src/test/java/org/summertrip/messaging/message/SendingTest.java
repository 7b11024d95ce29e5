package org.summertrip.messaging.message;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;
import static org.summertrip.messaging.World.talk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;
import org.summertrip.messaging.message.SendKeys.Claim;

@QuarkusTest
class SendingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    SendKeys keys;

    @Test
    void sendsOnceHoweverManyTryAtOnceWithOneKey() throws Exception {
        UUID ana = world.id();
        UUID group = world.group(ana);
        String key = UUID.randomUUID().toString();
        ExecutorService many = Executors.newFixedThreadPool(50);

        List<CompletableFuture<Response>> attempts = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(ana, group, key, "once"), many))
                .toList();
        Set<Object> answers = new HashSet<>();
        for (CompletableFuture<Response> attempt : attempts) {
            assertEquals(201, attempt.get().statusCode());
            answers.add(attempt.get().path("$"));
        }
        many.shutdown();

        assertEquals(1, answers.size());
        assertEquals(1, as(ana).get("/messages/" + group).<List<?>>path("items").size());
    }

    /** The replica that claimed the key died before it wrote the message: whoever comes next writes that very message. */
    @Test
    void completesWhatADeadReplicaLeftBehind() {
        UUID ana = world.id();
        UUID group = world.group(ana);
        String key = UUID.randomUUID().toString();
        NewMessage message = new NewMessage(group, "once", null, null);
        UUID promised = world.id();
        keys.claim(ana, key, new Claim(keys.fingerprint(message), promised))
                .await()
                .atMost(PATIENCE);

        Response answer = send(ana, group, key, "once");
        Response again = send(ana, group, key, "once");

        assertEquals(201, answer.statusCode());
        assertEquals(promised.toString(), answer.path("id"));
        assertEquals(answer.<Object>path("$"), again.path("$"));
        assertEquals(
                List.of(promised.toString()), as(ana).get("/messages/" + group).path("items.id"));
    }

    @Test
    void givesTheFirstAnswerAlsoAfterAnEditAndUndoesNothing() {
        UUID ana = world.id();
        UUID group = world.group(ana);
        String key = UUID.randomUUID().toString();
        String id = send(ana, group, key, "first").path("id");
        as(ana).body(Map.of("content", "edited"))
                .patch("/messages/" + group + "/" + id)
                .then()
                .statusCode(200);

        send(ana, group, key, "first")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("content", equalTo("first"));

        assertEquals("edited", as(ana).get("/messages/" + group).path("items[0].content"));
    }

    @Test
    void keepsKeysOfDifferentSendersApart() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        String key = UUID.randomUUID().toString();

        assertEquals(201, send(ana, group, key, "one").statusCode());
        assertEquals(201, send(ben, group, key, "two").statusCode());
    }

    @Test
    void attachesOnlyFilesThatTheSenderCanSee() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        UUID own = world.file(ana, null);
        UUID ofTheTrip = world.file(ben, group);
        UUID foreign = world.file(ben, null);
        UUID ofAnotherTrip = world.file(ben, world.group(ben));

        attach(ana, group, List.of(own, ofTheTrip))
                .then()
                .statusCode(201)
                .body("attachments", equalTo(List.of(own.toString(), ofTheTrip.toString())));
        attach(ana, group, List.of(own, foreign, ofAnotherTrip, world.id()))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("attachments[1]", "attachments[2]", "attachments[3]")));

        world.streams().publish(World.FILES, "file.deleted", own.toString(), Map.of("id", own, "ownerId", ana));
        await().atMost(PATIENCE).until(() -> attach(ana, group, List.of(own)).statusCode() == 400);
    }

    @Test
    void keepsApartWhoHaveBlockedEachOther() {
        UUID ana = world.person();
        UUID ben = world.person();
        UUID group = world.group(ana, ben);
        UUID direct = talk(ana, ben);
        UUID before = say(ana, direct, "before");

        world.block("user.blocked", ana, ben);
        await().atMost(PATIENCE).until(() -> send(ben, direct, null, "?").statusCode() == 404);

        for (UUID one : List.of(ana, ben)) {
            UUID other = one.equals(ana) ? ben : ana;
            assertEquals(404, send(one, direct, null, "?").statusCode());
            as(one).body(Map.of("userIds", List.of(other)))
                    .post("/conversations")
                    .then()
                    .statusCode(404);
            as(one).put("/messages/" + direct + "/" + before + "/reactions/👍")
                    .then()
                    .statusCode(404);
            assertEquals(200, as(one).get("/messages/" + direct).statusCode());
            assertEquals(201, send(one, group, null, "in the trip").statusCode());
        }

        world.block("user.unblocked", ana, ben);
        await().atMost(PATIENCE).until(() -> send(ben, direct, null, "again").statusCode() == 201);
        assertTrue(as(ana).get("/messages/" + direct).<List<?>>path("items").size() >= 2);
    }

    private static Response attach(UUID sender, UUID conversation, List<UUID> files) {
        return as(sender)
                .body(Map.of("conversationId", conversation, "content", "look", "attachments", files))
                .post("/messages");
    }

    private static Response send(UUID sender, UUID conversation, String key, String content) {
        var request = as(sender).body(Map.of("conversationId", conversation, "content", content));
        return key == null
                ? request.post("/messages")
                : request.header("Idempotency-Key", key).post("/messages");
    }
}
