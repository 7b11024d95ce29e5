package org.summertrip.gateway.socket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** The protocol, through a real socket and a real Redis; the test plays messaging-service. */
@QuarkusTest
@TestProfile(Impatient.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(
        value = StandIns.class,
        initArgs =
                @ResourceArg(name = "services", value = "users-service,messaging-service,graph-service,files-service"))
class SocketTest extends OneClient {
    @Test
    void greetsAndLetsIn() {
        try (SocketClient socket = SocketClient.connect(gateway)) {
            assertEquals(2000, socket.await("hello").get("heartbeatMs").asInt());

            socket.say("{\"op\":\"identify\",\"token\":\"" + Tokens.user(ana) + "\",\"future\":1}");

            JsonNode ready = socket.await("ready");
            assertFalse(ready.get("session").asText().isEmpty());
            assertEquals("0-0", ready.get("seq").asText());
        }
    }

    @Test
    void takesTheTokenAsASubprotocolToo() {
        try (SocketClient socket = SocketClient.connect(gateway, "summertrip.v1", "bearer." + Tokens.user(ana))) {
            assertEquals("summertrip.v1", socket.protocol());
            String session = socket.session();

            socket.say("{\"op\":\"identify\"}");

            await().until(() -> socket.frames().size() == 3);
            assertEquals(session, socket.frames().get(2).get("session").asText());
        }
    }

    @Test
    void livesOnWithAFreshToken() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana, 2))) {
            socket.say("{\"op\":\"identify\",\"token\":\"" + Tokens.user(ana) + "\"}");

            heartbeats(socket, 9);

            assertFalse(socket.isClosed());
        }
    }

    @Test
    void answersHeartbeatsAndKeepsWhoeverSendsThem() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            heartbeats(socket, 12);

            assertFalse(socket.isClosed());
            assertTrue(socket.frames().stream()
                            .filter(frame -> frame.get("op").asText().equals("heartbeat-ack"))
                            .count()
                    >= 11);
        }
    }

    @Test
    void tellsEventsInOrderWithWhatTheServicesWrote() {
        push.append(ana, "message.created", "{\"before\":true}");
        try (SocketClient phone = SocketClient.of(gateway, Tokens.user(ana));
                SocketClient laptop = SocketClient.of(gateway, Tokens.user(ana))) {
            List<String> seqs = IntStream.range(0, 300)
                    .mapToObj(i -> push.tell(ana, "message.created", "{\"n\":" + i + ",\"t\":\"\\\"é\"}"))
                    .toList();

            for (SocketClient socket : List.of(phone, laptop)) {
                socket.await(frame -> frame.path("data").path("n").asInt(-1) == 299);
                List<JsonNode> events = socket.events("message.created");
                assertEquals(
                        seqs, events.stream().map(e -> e.get("seq").asText()).toList());
                assertEquals("\"é", events.get(7).get("data").get("t").asText());
                assertEquals("event", events.get(7).get("op").asText());
            }
        }
    }

    @Test
    void tellsNobodyElse() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            push.tell(UUID.randomUUID(), "message.created", "{\"secret\":1}");
            push.tell(ana, "message.created", "{\"mine\":1}");

            socket.awaitEvent("message.created");

            assertEquals(1, socket.events("message.created").size());
            assertTrue(socket.events("message.created").get(0).get("data").has("mine"));
        }
    }

    @Test
    void resumesWhereTheClientWas() {
        String session;
        String seen;
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            session = socket.session();
            seen = push.tell(ana, "message.created", "{\"n\":0}");
            socket.awaitEvent("message.created");
            socket.abort();
        }
        for (int i = 1; i <= 400; i++) {
            push.tell(ana, "message.created", "{\"n\":" + i + "}");
        }

        try (SocketClient socket = SocketClient.connect(gateway)) {
            socket.resume(session, seen);

            assertEquals(session, socket.await("resumed").get("session").asText());
            socket.await(frame -> frame.path("data").path("n").asInt(-1) == 400);
            assertEquals(
                    IntStream.rangeClosed(1, 400).boxed().toList(),
                    socket.events("message.created").stream()
                            .map(e -> e.get("data").get("n").asInt())
                            .toList());
            push.tell(ana, "message.created", "{\"n\":401}");
            socket.await(frame -> frame.path("data").path("n").asInt(-1) == 401);
        }
    }

    @Test
    void resumesAlsoAfterTheTokenCameWithTheHandshake() {
        String session;
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            session = socket.session();
        }
        String token = Tokens.user(ana);
        push.tell(ana, "message.created", "{\"n\":1}");
        try (SocketClient socket = SocketClient.connect(gateway, "summertrip.v1", "bearer." + token)) {
            socket.await("ready");
            socket.resume(session, "0-0");

            socket.await("resumed");
            socket.awaitEvent("message.created");
            assertEquals(1, socket.events("message.created").size());
        }
    }

    @Test
    void doesNotResumeWhatIsNoLongerKeptOrNeverWas() {
        String session;
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            session = socket.session();
        }
        String first = push.tell(ana, "message.created", "{\"n\":1}");
        for (int i = 0; i < 20; i++) {
            push.tell(ana, "message.created", "{\"n\":2}");
        }
        push.trim(ana, 5);
        String[][] attempts = {
            {session, first},
            {session, "0-0"},
            {session, "99999999999999-0"},
            {session, "soon"},
            {session.substring(0, 36) + ".AAAAAAAAAAAAAAAAAAAAAAAA", first},
            {UUID.randomUUID() + ".AAAAAAAAAAAAAAAAAAAAAAAA", first},
            {"nonsense", first},
        };
        for (String[] attempt : attempts) {
            try (SocketClient socket = SocketClient.connect(gateway)) {
                socket.resume(attempt[0], attempt[1]);

                socket.await("invalid_session");
                socket.say("{\"op\":\"identify\",\"token\":\"" + Tokens.user(ana) + "\"}");
                assertNotEquals(session, socket.session());
            }
        }
    }

    @Test
    void doesNotResumeWithSomebodyElsesToken() {
        String session;
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            session = socket.session();
        }
        try (SocketClient socket = SocketClient.connect(gateway)) {
            socket.say("{\"op\":\"resume\",\"session\":\"%s\",\"seq\":\"0-0\",\"token\":\"%s\"}"
                    .formatted(session, Tokens.user(UUID.randomUUID())));

            socket.await("invalid_session");
        }
    }

    @Test
    void losesNothingWhenRedisIsGoneForAWhile() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            push.tell(ana, "message.created", "{\"n\":1}");
            socket.awaitEvent("message.created");
            redis.execute("CLIENT", "KILL", "TYPE", "pubsub");

            // The wake finds nobody; the stream is looked at when the subscription is back.
            push.tell(ana, "message.created", "{\"n\":2}");

            socket.await(frame -> frame.path("data").path("n").asInt() == 2);
        }
    }

    @Test
    void isForWebSocketsOnly() {
        given().get("/ws").then().statusCode(426).body("code", equalTo("upgrade-required"));
        given().post("/ws").then().statusCode(401);
    }

    private static void heartbeats(SocketClient socket, int count) {
        int[] sent = {0};
        await().pollInterval(java.time.Duration.ofMillis(300))
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> {
                    socket.say("{\"op\":\"heartbeat\"}");
                    return ++sent[0] >= count;
                });
    }
}
