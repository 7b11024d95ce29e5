package org.summertrip.gateway.socket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.stores.Store;

/** Every reason for which the gateway closes a socket, by its code. */
@QuarkusTest
@TestProfile(Impatient.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(
        value = StandIns.class,
        initArgs =
                @ResourceArg(name = "services", value = "users-service,messaging-service,graph-service,files-service"))
class SocketClosingTest extends OneClient {
    @ParameterizedTest
    @ValueSource(strings = {"expired", "foreign", "nonsense"})
    void closesWith4401WhenTheTokenIsNotGood(String kind) {
        String token = switch (kind) {
            case "expired" -> Tokens.expired(ana);
            case "foreign" -> Tokens.foreign(ana);
            default -> "nonsense";
        };
        try (SocketClient first = SocketClient.connect(gateway);
                SocketClient second = SocketClient.connect(gateway, "summertrip.v1", "bearer." + token)) {
            first.say("{\"op\":\"identify\",\"token\":\"" + token + "\"}");

            assertEquals(4401, first.closeCode());
            assertEquals(4401, second.closeCode());
        }
    }

    @Test
    void closesWith4401WhoeverDoesNotSayWhoItIs() {
        try (SocketClient socket = SocketClient.connect(gateway)) {
            assertEquals(4401, socket.closeCode());
        }
    }

    @Test
    void closesWith4401WhenTheTokenExpires() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana, 2))) {
            assertEquals(4401, socket.closeCode());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user:%s
            session:%s
            """)
    void closesWith4401WhenTheTokenIsRevoked(String whose) {
        UUID signIn = UUID.randomUUID();
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana, signIn))) {
            redis.pubsub(String.class).publish("revoked", whose.formatted(whose.startsWith("user") ? ana : signIn));

            assertEquals(4401, socket.closeCode());
        }
    }

    @Test
    void closesTheSocketsOfAnErasedAccount() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            new org.summertrip.kit.testing.EventStreams(redis)
                    .publish("events.users", "user.erased", ana.toString(), java.util.Map.of("id", ana.toString()));

            assertEquals(4401, socket.closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"op\":7}",
                "{\"op\":\"dance\"}",
                "{\"op\":\"identify\"}",
                "{\"op\":\"identify\",\"token\":7}",
                "{\"op\":\"resume\"}",
                "{\"op\":\"resume\",\"session\":7,\"seq\":\"1-0\"}",
            })
    void closesWith4400WhatIsNoFrame(String frame) {
        try (SocketClient socket = SocketClient.connect(gateway)) {
            socket.say(frame);

            assertEquals(4400, socket.closeCode());
        }
    }

    @Test
    void closesWith4400WhatIsNotText() {
        try (SocketClient socket = SocketClient.connect(gateway)) {
            socket.sayBytes(new byte[] {1, 2, 3});

            assertEquals(4400, socket.closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 200_000})
    void closesWith4413WhatIsTooLarge(int size) {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            socket.say("{\"op\":\"heartbeat\",\"x\":\"" + "x".repeat(size) + "\"}");

            assertEquals(4413, socket.closeCode());
        }
    }

    @Test
    void closesWith4429WhoeverTalksTooFast() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            try {
                for (int i = 0; i < 500; i++) {
                    socket.say("{\"op\":\"heartbeat\"}");
                }
            } catch (java.util.concurrent.CompletionException closed) {
                assertTrue(socket.closeCode() > 0);
            }

            assertEquals(4429, socket.closeCode());
        }
    }

    @Test
    void closesWith4408WhoeverFallsSilent() {
        try (SocketClient socket = SocketClient.of(gateway, Tokens.user(ana))) {
            assertEquals(4408, socket.closeCode());
        }
    }

    @Test
    void closesWith1013WhileRedisIsDown() {
        stores.kill(Store.REDIS);
        try (SocketClient socket = SocketClient.connect(gateway)) {
            socket.say("{\"op\":\"identify\",\"token\":\"" + Tokens.user(ana) + "\"}");

            assertEquals(1013, socket.closeCode());
        } finally {
            stores.start(Store.REDIS);
        }
        await().atMost(java.time.Duration.ofSeconds(20)).untilAsserted(() -> {
            try (SocketClient socket = SocketClient.connect(gateway)) {
                socket.say("{\"op\":\"identify\",\"token\":\"" + Tokens.user(ana) + "\"}");
                await().until(() -> socket.isClosed() || socket.frames().size() == 2);
                assertFalse(socket.isClosed());
            }
        });
    }

    @Test
    void closesWith4409WhoeverDoesNotRead() {
        try (RawHttp deaf = new RawHttp(gateway)) {
            deaf.send(
                    "GET /ws HTTP/1.1",
                    "Host: gateway",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Protocol: summertrip.v1, bearer." + Tokens.user(ana));
            assertEquals("HTTP/1.1 101 Switching Protocols", deaf.head().get(0));
            await().until(() -> redis.key().exists("presence:" + ana));
            String large = "\"" + "x".repeat(100_000) + "\"";
            for (int i = 0; i < 200; i++) {
                push.append(ana, "message.created", large);
            }
            push.wake(ana);

            await().atMost(java.time.Duration.ofSeconds(15))
                    .until(() -> connections.of(ana).isEmpty());
            assertTrue(given().port(management.getPort())
                    .get("/q/metrics")
                    .asString()
                    .contains("gateway_sockets_closed_total{code=\"4409\"}"));
        }
    }
}
