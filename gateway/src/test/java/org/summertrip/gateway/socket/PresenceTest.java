package org.summertrip.gateway.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Who is there and who is typing, and what is told to the analysts. */
@QuarkusTest
@TestProfile(Impatient.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(
        value = StandIns.class,
        initArgs =
                @ResourceArg(name = "services", value = "users-service,messaging-service,graph-service,files-service"))
class PresenceTest {
    StandIns standIns;

    @Inject
    RedisDataSource redis;

    @Inject
    SocketConfig config;

    @TestHTTPResource("/")
    URI gateway;

    private final UUID ana = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID cleo = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final UUID group = UUID.randomUUID();
    private final Map<UUID, JsonObject> audiences = new ConcurrentHashMap<>();

    @BeforeEach
    void befriend() {
        standIns.reset();
        audiences.put(ana, audience(List.of(ben), List.of(group)));
        audiences.put(ben, audience(List.of(ana), List.of()));
        audiences.put(cleo, audience(List.of(), List.of(group)));
        audiences.put(stranger, audience(List.of(), List.of(UUID.randomUUID())));
        standIns.of("graph-service")
                .answers(request -> request.response()
                        .end(audiences
                                .getOrDefault(userOf(request), new JsonObject())
                                .encode()));
        standIns.of("messaging-service").answers(request -> {
            boolean participant = Stream.of(ana, ben).anyMatch(userOf(request)::equals);
            request.response()
                    .setStatusCode(participant ? 200 : 404)
                    .end(new JsonObject()
                            .put("userIds", new JsonArray().add(ana.toString()).add(ben.toString()))
                            .encode());
        });
    }

    @Test
    void tellsFriendsAndGroupsOfComingAndGoingAndNobodyElse() {
        try (SocketClient friend = SocketClient.of(gateway, Tokens.user(ben));
                SocketClient mate = SocketClient.of(gateway, Tokens.user(cleo));
                SocketClient other = SocketClient.of(gateway, Tokens.user(stranger))) {
            awaitHeard(friend, mate, other);
            SocketClient phone = SocketClient.of(gateway, Tokens.user(ana));
            SocketClient laptop = SocketClient.of(gateway, Tokens.user(ana));

            awaitStatus(friend, "online");
            awaitStatus(mate, "online");
            phone.close();
            laptop.close();
            awaitStatus(friend, "offline");
            awaitStatus(mate, "offline");

            assertEquals(0, other.events("presence.changed").size());
            assertEquals(
                    1,
                    friend.events("presence.changed").stream()
                            .filter(e -> e.get("data").get("status").asText().equals("online"))
                            .count());
        }
    }

    @Test
    void tellsNewcomersWhoOfTheirFriendsIsThere() {
        try (SocketClient first = SocketClient.of(gateway, Tokens.user(ana));
                SocketClient second = SocketClient.of(gateway, Tokens.user(ben))) {
            awaitStatus(second, "online");
            assertTrue(first.events("presence.changed").size() <= 1);
        }
    }

    @Test
    void goesOnWithoutGraphService() {
        standIns.of("graph-service")
                .answers(request -> request.response().setStatusCode(503).end());
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            new Push(redis).tell(ana, "message.created", "{}");

            socket.awaitEvent("message.created");
        }
    }

    @Test
    void tellsTheOthersInAConversationWhoIsTyping() {
        UUID conversation = UUID.randomUUID();
        try (SocketClient writer = SocketClient.of(gateway, Tokens.user(ana));
                SocketClient reader = SocketClient.of(gateway, Tokens.user(ben));
                SocketClient other = SocketClient.of(gateway, Tokens.user(stranger))) {
            String typing = "{\"op\":\"typing\",\"conversationId\":\"" + conversation + "\"}";
            other.say(typing);
            writer.say(typing);

            var event = reader.awaitEvent("typing");
            assertEquals(ana.toString(), event.get("data").get("userId").asText());
            assertEquals(
                    conversation.toString(),
                    event.get("data").get("conversationId").asText());
            assertEquals("0-0", event.get("seq").asText());
            assertEquals(1, reader.events("typing").size());
            assertEquals(0, writer.events("typing").size());
        }
    }

    @Test
    void asksWhoIsTyping() {
        try (SocketClient nobody = SocketClient.connect(gateway);
                SocketClient vague = SocketClient.of(gateway, Tokens.user(ana))) {
            nobody.say("{\"op\":\"typing\",\"conversationId\":\"" + UUID.randomUUID() + "\"}");
            vague.say("{\"op\":\"typing\",\"conversationId\":\"somewhere\"}");

            assertEquals(4401, nobody.closeCode());
            assertEquals(4400, vague.closeCode());
        }
    }

    @Test
    void publishesWhenSessionsBeginAndEnd() {
        String session;
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            session = socket.session().substring(0, 36);
        }
        SocketClient silent = SocketClient.of(gateway, Tokens.user(ben));
        assertEquals(4408, silent.closeCode());

        await().untilAsserted(() -> {
            List<CloudEvent> events = eventsOf(ana);
            assertEquals(
                    List.of("session.started", "session.ended"),
                    events.stream().map(CloudEvent::type).toList());
            assertEquals(session, events.get(0).data().get("sessionId").asText());
            assertEquals(config.replica(), events.get(0).data().get("gateway").asText());
            assertEquals("closed", events.get(1).data().get("reason").asText());
            assertEquals("timeout", eventsOf(ben).get(1).data().get("reason").asText());
        });
    }

    @Test
    void endsTheSessionsOfAGatewayThatDied() {
        String dead = "dead-" + UUID.randomUUID();
        UUID session = UUID.randomUUID();
        long lastSign = Instant.now().minusSeconds(60).toEpochMilli();
        redis.hash(String.class)
                .hset("gateway:sockets:" + dead, UUID.randomUUID().toString(), session + " " + ana);
        redis.sortedSet(String.class).zadd("gateway:replicas", lastSign, dead);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            List<CloudEvent> events = eventsOf(ana);
            assertEquals(1, events.size());
            assertEquals("gateway-died", events.get(0).data().get("reason").asText());
            assertEquals(dead, events.get(0).data().get("gateway").asText());
            assertEquals(
                    Instant.ofEpochMilli(lastSign),
                    Instant.parse(events.get(0).data().get("at").asText()));
            assertTrue(redis.sortedSet(String.class)
                    .zscore("gateway:replicas", dead)
                    .isEmpty());
        });
    }

    private List<CloudEvent> eventsOf(UUID user) {
        return new EventStreams(redis)
                .read("events.gateway").stream()
                        .filter(event -> event.data().get("userId").asText().equals(user.toString()))
                        .toList();
    }

    /** The audience of a socket is asked for after it is ready. */
    private void awaitHeard(SocketClient... sockets) {
        await().until(() ->
                Stream.of(ben, cleo, stranger).allMatch(user -> redis.key().exists("presence:audience:" + user)));
        assertEquals(3, sockets.length);
    }

    private void awaitStatus(SocketClient socket, String status) {
        socket.await(frame -> frame.path("type").asText().equals("presence.changed")
                && frame.get("data").get("userId").asText().equals(ana.toString())
                && frame.get("data").get("status").asText().equals(status));
    }

    private static JsonObject audience(List<UUID> friends, List<UUID> groups) {
        JsonArray friendIds = new JsonArray();
        friends.forEach(friend -> friendIds.add(friend.toString()));
        JsonArray groupIds = new JsonArray();
        groups.forEach(id -> groupIds.add(id.toString()));
        return new JsonObject().put("friendIds", friendIds).put("groupIds", groupIds);
    }

    private static UUID userOf(HttpServerRequest request) {
        String payload = request.getHeader("Authorization").split("\\.")[1];
        return UUID.fromString(new JsonObject(new String(Base64.getUrlDecoder().decode(payload))).getString("sub"));
    }
}
