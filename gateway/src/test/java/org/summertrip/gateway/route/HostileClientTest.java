package org.summertrip.gateway.route;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.gateway.Strict;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Requests made to be read in two ways, and clients that take their time. */
@QuarkusTest
@TestProfile(Strict.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(StandIns.class)
class HostileClientTest {
    private static final String BEARER = "Bearer " + Tokens.user(UUID.randomUUID());
    private static final String HIDDEN = "GET /things/smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n";

    private final List<String> reached = new CopyOnWriteArrayList<>();

    StandIns standIns;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void remember() {
        standIns.reset();
        standIns.alpha().answers(request -> {
            reached.add(request.uri());
            request.body().onComplete(body -> request.response().end("ok"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
                "Content-Length: 0, 44\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "X: a\r\n b\r\nContent-Length: 0\r\n\r\n",
                "X\u0000: a\r\nContent-Length: 0\r\n\r\n",
                "X: a\u0000b\r\nContent-Length: 0\r\n\r\n",
                " X: a\r\nContent-Length: 0\r\n\r\n",
                "Content-Length: 0\n\r\n",
            })
    void reachNobodyWithAHiddenRequest(String headers) {
        try (RawHttp client = new RawHttp(gateway)) {
            client.write(
                    "POST /things HTTP/1.1\r\nHost: gateway\r\nAuthorization: " + BEARER + "\r\n" + headers + HIDDEN);
            List<String> statuses = new ArrayList<>();
            try {
                statuses.add(client.head().get(0));
            } catch (UncheckedIOException cutOff) {
                statuses.add("cut off");
            }

            assertTrue(
                    statuses.get(0).matches("cut off|HTTP/1.1 (200|400|401) .*"),
                    statuses.get(0).toString());
        }
        assertEquals(200, given().header("Authorization", BEARER).get("/things").statusCode());
        assertFalse(reached.contains("/things/smuggled"), reached.toString());
    }

    @Test
    void doNotHoldUpTheOthersWithHalfRequests() {
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new RawHttp(gateway).write("GET /things HTTP/1.1\r\nHost: gateway\r\nX-Slow: "));
            }
            for (int i = 0; i < 20; i++) {
                long begin = System.nanoTime();
                assertEquals(
                        200,
                        given().header("Authorization", BEARER).get("/things").statusCode());
                assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 1000);
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> slow.stream().allMatch(RawHttp::isClosed));
        } finally {
            slow.forEach(RawHttp::close);
        }
    }

    @Test
    void mayNotSendHeadersOrPathsWithoutEnd() {
        try (RawHttp headers = new RawHttp(gateway);
                RawHttp path = new RawHttp(gateway)) {
            headers.send("GET /things HTTP/1.1", "Host: gateway", "X: " + "x".repeat(17 * 1024));
            path.send("GET /things/" + "x".repeat(9 * 1024) + " HTTP/1.1", "Host: gateway");

            String tooManyHeaders = headers.head().get(0);
            String tooLongPath = path.head().get(0);

            assertTrue(tooManyHeaders.matches("HTTP/1.[01] (400|431) .*"), tooManyHeaders);
            assertTrue(tooLongPath.matches("HTTP/1.[01] (400|414) .*"), tooLongPath);
        }
        assertEquals(List.of(), reached);
    }
}
