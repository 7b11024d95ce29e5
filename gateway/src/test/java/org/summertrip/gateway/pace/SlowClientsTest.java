package org.summertrip.gateway.pace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
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
    /** Four seconds' worth of what must be taken in this profile, and far more than the system holds. */
    private static final int LARGE = 16_000_000;

    private static final Buffer PIECE = Buffer.buffer(new byte[1 << 16]);

    StandIns standIns;

    @Inject
    MeterRegistry meters;

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
            await().until(() -> since(begin).toMillis() > 1000);

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
            client.send("POST /uploads HTTP/1.1", "Host: gateway", BEARER, "Content-Length: 6500");

            await().atMost(Duration.ofSeconds(15)).pollInterval(TRICKLE).until(() -> {
                assertTrue(client.stillTakes("x".repeat(500)));
                return pieces.incrementAndGet() == 13;
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
                    .setTimer(1100, late -> request.response().end("end"));
        });
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("GET /downloads/slow HTTP/1.1", "Host: gateway", BEARER);

            assertEquals("HTTP/1.1 200 OK", client.head().get(0));
            assertEquals("6\r\nbegin \r\n3\r\nend\r\n0\r\n\r\n", client.body(24));
        }
    }

    @Test
    void areCutOffWhenTheyReadAnAnswerByteByByte() {
        standIns.alpha().answers(request -> give(request.response(), Long.MAX_VALUE));
        double before = cutOff("answer");
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("GET /downloads/endless HTTP/1.1", "Host: gateway", BEARER);

            assertEquals("HTTP/1.1 200 OK", client.head().get(0));
            await().atMost(SOON).pollInterval(TRICKLE).until(() -> {
                client.body(1);
                return cutOff("answer") > before;
            });
        }
    }

    @Test
    void mayReadALargeAnswerSlowlyAsLongAsTheyRead() {
        standIns.alpha().answers(request -> give(request.response(), LARGE));
        AtomicInteger read = new AtomicInteger();
        try (RawHttp client = new RawHttp(gateway)) {
            client.send("GET /downloads/large HTTP/1.1", "Host: gateway", BEARER);

            assertEquals("HTTP/1.1 200 OK", client.head().get(0));
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(TRICKLE)
                    .until(() -> read.addAndGet(client.body(LARGE / 20).length()) == LARGE);

            reset();
            ask(client);
        }
    }

    /** Gives so many bytes as fast as they are taken. */
    private static void give(HttpServerResponse response, long length) {
        response.putHeader("Content-Length", Long.toString(length));
        giveOn(response, length);
    }

    private static void giveOn(HttpServerResponse response, long length) {
        long left = length;
        while (left > 0 && !response.writeQueueFull()) {
            int piece = (int) Math.min(left, PIECE.length());
            response.write(PIECE.slice(0, piece));
            left -= piece;
        }
        long still = left;
        if (still == 0) {
            response.end();
        } else {
            response.drainHandler(drained -> giveOn(response, still));
        }
    }

    private double cutOff(String slow) {
        Counter counter =
                meters.find("gateway.clients.cut.off").tag("slow", slow).counter();
        return counter == null ? 0 : counter.count();
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
