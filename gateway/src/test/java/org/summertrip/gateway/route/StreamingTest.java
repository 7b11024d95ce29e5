package org.summertrip.gateway.route;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Bodies of any size pass through without being held: what one side does not take, the other cannot give. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class StreamingTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int SIZE = 96 * MEGABYTE;
    /** Far above what sockets and queues of three processes hold, far below {@link #SIZE}. */
    private static final int MAY_BE_UNDER_WAY = 32 * MEGABYTE;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StandIns standIns;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @Test
    void uploadsArriveWhole() throws Exception {
        MessageDigest received = sha256();
        standIns.alpha().answers(request -> {
            request.handler(part -> received.update(part.getBytes()));
            request.endHandler(end -> request.response().end(HexFormat.of().formatHex(received.digest())));
        });

        HttpResponse<String> answer = client.send(
                request("/uploads")
                        .POST(BodyPublishers.ofInputStream(() -> new Pattern(SIZE)))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(digestOf(new Pattern(SIZE)), answer.body());
    }

    @Test
    void downloadsArriveWhole() throws Exception {
        standIns.alpha().answers(request -> {
            request.response().putHeader("Content-Length", Integer.toString(SIZE));
            give(request.response(), new Pattern(SIZE), new AtomicLong());
        });

        HttpResponse<InputStream> answer = client.send(request("/downloads/x").build(), BodyHandlers.ofInputStream());

        assertEquals(200, answer.statusCode());
        assertEquals(SIZE, answer.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(digestOf(new Pattern(SIZE)), digestOf(answer.body()));
    }

    @Test
    void downloadsOfUnknownLengthArriveWhole() throws Exception {
        standIns.alpha().answers(request -> {
            request.response().setChunked(true);
            give(request.response(), new Pattern(MEGABYTE), new AtomicLong());
        });

        HttpResponse<InputStream> answer = client.send(request("/downloads/x").build(), BodyHandlers.ofInputStream());

        assertEquals(digestOf(new Pattern(MEGABYTE)), digestOf(answer.body()));
    }

    @Test
    void aServiceThatDoesNotReadHoldsTheUploaderBack() {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        standIns.alpha().answers(request -> {
            request.pause();
            arrived.complete(request);
        });
        Pattern body = new Pattern(SIZE);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request("/uploads")
                        .POST(BodyPublishers.ofInputStream(() -> body))
                        .build(),
                BodyHandlers.ofString());

        await().atMost(Duration.ofSeconds(20)).until(arrived::isDone);
        stopsGrowing(() -> body.given);

        assertTrue(body.given < MAY_BE_UNDER_WAY, body.given + " bytes were taken that nobody read");
        HttpServerRequest held = arrived.getNow(null);
        held.endHandler(end -> held.response().end("all"));
        held.resume();
        await().atMost(Duration.ofSeconds(60)).until(answer::isDone);
        assertEquals("all", answer.getNow(null).body());
    }

    @Test
    void aClientThatDoesNotReadHoldsTheServiceBack() throws Exception {
        AtomicLong given = new AtomicLong();
        standIns.alpha().answers(request -> {
            request.response().setChunked(true);
            give(request.response(), new Pattern(SIZE), given);
        });

        try (InputStream unread = client.send(request("/downloads/x").build(), BodyHandlers.ofInputStream())
                .body()) {
            assertTrue(unread.read() >= 0);
            stopsGrowing(given::get);

            assertTrue(given.get() < MAY_BE_UNDER_WAY, given + " bytes were given that nobody read");
        }
    }

    @Test
    void anUploadMayTakeLongerThanTheAnswerMay() {
        try (RawHttp slow = new RawHttp(gateway)) {
            slow.send(
                    "POST /uploads HTTP/1.1",
                    "Host: gateway",
                    "Authorization: Bearer " + Tokens.user(UUID.randomUUID()),
                    "Transfer-Encoding: chunked");
            // Somebody on a bad line: 2.4 seconds, where the answer may take 2.
            await().pollInterval(Duration.ofMillis(300)).until(new Callable<>() {
                private int left = 8;

                @Override
                public Boolean call() {
                    slow.write("1\r\nx\r\n");
                    return --left == 0;
                }
            });
            slow.write("0\r\n\r\n");

            assertEquals("HTTP/1.1 200 OK", slow.head().get(0));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .header("Content-Type", "application/octet-stream")
                .timeout(Duration.ofSeconds(90));
    }

    /** Gives as much as is taken. */
    private static void give(HttpServerResponse response, Pattern pattern, AtomicLong given) {
        while (!response.writeQueueFull()) {
            byte[] part = new byte[64 * 1024];
            int length = pattern.read(part, 0, part.length);
            if (length < 0) {
                response.end();
                return;
            }
            given.addAndGet(length);
            response.write(Buffer.buffer(length).appendBytes(part, 0, length));
        }
        response.drainHandler(drained -> give(response, pattern, given));
    }

    private static void stopsGrowing(Supplier<Long> amount) {
        long[] last = {-1};
        await().pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    long before = last[0];
                    last[0] = amount.get();
                    return before == last[0];
                });
    }

    private static String digestOf(InputStream stream) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
            digest.update(buffer, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes that differ enough to notice when some are lost, doubled or swapped. */
    private static final class Pattern extends InputStream {
        private final long size;
        private volatile long given;

        private Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            long position = given;
            int some = (int) Math.min(length, size - position);
            if (some <= 0) {
                return -1;
            }
            for (int i = 0; i < some; i++) {
                long at = position + i;
                bytes[offset + i] = (byte) (at ^ at >>> 7 ^ at >>> 13);
            }
            given = position + some;
            return some;
        }
    }
}
