package org.summertrip.gateway.pace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.gateway.Strict;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Clients that keep a connection by sending a byte now and then, and others that are only slow. */
@QuarkusTest
@TestProfile(Strict.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(StandIns.class)
class SlowClientsTest {
    private static final String BEARER = "Authorization: Bearer " + Tokens.user(UUID.randomUUID());
    private static final Duration TRICKLE = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofSeconds(4);

    StandIns standIns;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        standIns.reset();
        standIns.alpha()
                .answers(request ->
                        request.body().onComplete(body -> request.response().end("ok")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET /things HTTP/1.1\r\nHost: gateway\r\nX-Slow: "})
    void areCutOffWhenAHeadTrickles(String begin) {
        try (RawHttp client = new RawHttp(gateway).write(begin)) {
            await().atMost(SOON).pollInterval(TRICKLE).until(() -> !client.stillTakes("x"));
        }
    }

    @Test
    void areCutOffWhenTheyNeverBegin() {
        try (RawHttp client = new RawHttp(gateway)) {
            long begin = System.nanoTime();

            assertTrue(client.isClosed());
            assertTrue(since(begin).compareTo(SOON) < 0);
        }
    }

    @Test
    void areCutOffWhenALaterHeadTrickles() {
        try (RawHttp client = new RawHttp(gateway)) {
            ask(client);

            await().atMost(SOON).pollInterval(TRICKLE).until(() -> !client.stillTakes("G"));
        }
    }

    @Test
    void mayLetAUsedConnectionRest() {
        try (RawHttp client = new RawHttp(gateway)) {
            ask(client);
            long begin = System.nanoTime();
            await().until(() -> since(begin).toMillis() > 1400);

            ask(client);
        }
    }

    @Test
    void areCutOffWhenABodyTrickles() {
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("POST /uploads HTTP/1.1", "Host: gateway", BEARER, "Content-Length: 1000000");

            await().atMost(SOON).pollInterval(TRICKLE).until(() -> !client.stillTakes("x"));
        }
    }

    @Test
    void maySendALargeBodySlowlyAsLongAsItMoves() {
        AtomicInteger pieces = new AtomicInteger();
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("POST /uploads HTTP/1.1", "Host: gateway", BEARER, "Content-Length: 9000");

            await().atMost(Duration.ofSeconds(15)).pollInterval(TRICKLE).until(() -> {
                assertTrue(client.stillTakes("x".repeat(500)));
                return pieces.incrementAndGet() == 18;
            });

            assertEquals("HTTP/1.1 200 OK", client.head().get(0));
        }
    }

    @Test
    void mayBeServedForLongerThanTheyMayTakeToAsk() {
        standIns.alpha().answers(request -> {
            request.response().setChunked(true).write("begin ");
            Vertx.currentContext()
                    .owner()
                    .setTimer(1500, late -> request.response().end("end"));
        });
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("GET /downloads/slow HTTP/1.1", "Host: gateway", BEARER);

            assertEquals("HTTP/1.1 200 OK", client.head().get(0));
            assertEquals("6\r\nbegin \r\n3\r\nend\r\n0\r\n\r\n", client.body(24));
        }
    }

    private static void ask(RawHttp client) {
        client.send("GET /things HTTP/1.1", "Host: gateway", BEARER);
        assertEquals("HTTP/1.1 200 OK", client.head().get(0));
        assertEquals("ok", client.body(2));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
