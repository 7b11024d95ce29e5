package org.summertrip.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** What of a request reaches the service, and what of the answer comes back. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class ForwardingTest {
    private static final String BEARER = "Bearer " + Tokens.user(UUID.randomUUID());

    StandIns standIns;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things",
                "/things?",
                "/things?a=1&a=2&b=&c",
                "/things/a%20b?x=%2F..%2f&y=a+b&z=%26;",
                "/things/caf%C3%A9",
                "/things/%F0%9F%91%8D/parts",
                "/things/a+b~c!d$e'f(g)h*i,j:k@l=m",
                "/things/..hidden",
                "/things/%252e%252e",
                "/downloads/report%3B1.pdf",
            })
    void passesPathAndQueryOnUnchanged(String target) {
        try (RawHttp client = new RawHttp(gateway)) {
            client.send(
                    "GET " + target + " HTTP/1.1", "Host: gateway", "Authorization: " + BEARER, "Connection: close");

            List<String> head = client.head();
            assertEquals("HTTP/1.1 200 OK", head.get(0));
            String body = client.body(100_000);
            assertTrue(body.contains("\"uri\":\"" + target + "\""), body);
        }
    }

    @Test
    void sendsEachPathToItsService() {
        standIns.beta().answers(request -> request.response().end("from beta"));

        given().header("Authorization", BEARER).get("/others/1").then().body(equalTo("from beta"));
        given().header("Authorization", BEARER).get("/things/1").then().body("uri", equalTo("/things/1"));
    }

    @Test
    void passesMethodBodyAndTokenOn() {
        given().header("Authorization", BEARER)
                .contentType("application/merge-patch+json")
                .body("{\"a\":null}")
                .patch("/things/mine")
                .then()
                .statusCode(200)
                .body("method", equalTo("PATCH"))
                .body("body", equalTo("{\"a\":null}"))
                .body("headers.authorization", equalTo(BEARER))
                .body("headers.content-type", startsWith("application/merge-patch+json"));
    }

    @Test
    void namesTheRequestToTheService() {
        given().header("Authorization", BEARER)
                .header("X-Request-Id", "my-request-7")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=1")
                .get("/things")
                .then()
                .header("X-Request-Id", equalTo("my-request-7"))
                .body("headers.x-request-id", equalTo("my-request-7"))
                .body(
                        "headers.traceparent",
                        matchesPattern("00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01"))
                .body("headers.tracestate", equalTo("vendor=1"));
    }

    @Test
    void tellsWhoAsksAndBelievesNobodyElseInThat() {
        given().header("Authorization", BEARER)
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Real-IP", "203.0.113.9")
                .get("/things")
                .then()
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-host", equalTo(gateway.getAuthority()))
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue());
    }

    @Test
    void keepsHopByHopHeadersOfTheClientToItself() {
        given().header("Authorization", BEARER)
                .header("Connection", "keep-alive, X-Private, Authorization")
                .header("X-Private", "1")
                .header("Keep-Alive", "timeout=5")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic eA==")
                .header("Upgrade", "h2c")
                .get("/things")
                .then()
                .statusCode(200)
                .body("headers.x-private", nullValue())
                .body("headers.keep-alive", nullValue())
                .body("headers.te", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.upgrade", nullValue())
                .body("headers.connection", nullValue())
                .body("headers.authorization", equalTo(BEARER));
    }

    @Test
    void keepsHopByHopHeadersOfTheServiceToItself() {
        standIns.alpha()
                .answers(request -> request.response()
                        .putHeader("Connection", "X-Back")
                        .putHeader("X-Back", "1")
                        .putHeader("Keep-Alive", "timeout=1")
                        .putHeader("Proxy-Authenticate", "Basic")
                        .putHeader("X-Request-Id", "of-the-service")
                        .putHeader("X-Kept", "1")
                        .end("x"));

        try (RawHttp client = new RawHttp(gateway)) {
            List<String> head = client.send(
                            "GET /things HTTP/1.1", "Host: gateway", "Authorization: " + BEARER, "X-Request-Id: mine")
                    .head();
            List<String> names = head.stream()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .toList();
            assertFalse(names.contains("x-back"), head.toString());
            assertFalse(names.contains("keep-alive"), head.toString());
            assertFalse(names.contains("connection"), head.toString());
            assertFalse(names.contains("proxy-authenticate"), head.toString());
            assertTrue(names.contains("x-kept"), head.toString());
            assertEquals(1, names.stream().filter("x-request-id"::equals).count(), head.toString());
            assertTrue(head.contains("X-Request-Id: mine"), head.toString());
        }
    }

    @Test
    void makesLocationsOfTheServiceReachable() {
        String own = standIns.alpha().url() + "/things/5?x=1";
        standIns.alpha()
                .answers(request -> request.response()
                        .setStatusCode(201)
                        .putHeader("Location", own)
                        .end());
        given().header("Authorization", BEARER).post("/things").then().header("Location", equalTo("/things/5?x=1"));

        standIns.alpha()
                .answers(request -> request.response()
                        .setStatusCode(303)
                        .putHeader("Location", "https://elsewhere.example/x")
                        .end());
        given().redirects()
                .follow(false)
                .header("Authorization", BEARER)
                .post("/things")
                .then()
                .statusCode(303)
                .header("Location", equalTo("https://elsewhere.example/x"));
    }

    @Test
    void framesAnswersWithoutBodySoThatTheConnectionStaysUsable() {
        standIns.alpha().answers(request -> {
            int status = Integer.parseInt(request.path().substring("/things/".length()));
            if ("HEAD".equals(request.method().name())) {
                request.response().putHeader("Content-Length", "1234");
            }
            request.response().setStatusCode(status).putHeader("ETag", "\"1\"").end();
        });

        try (RawHttp client = new RawHttp(gateway)) {
            for (String[] call : new String[][] {{"GET", "204"}, {"GET", "304"}, {"HEAD", "200"}, {"DELETE", "204"}}) {
                client.send(call[0] + " /things/" + call[1] + " HTTP/1.1", "Host: gateway", "Authorization: " + BEARER);
                List<String> head = client.head();
                assertTrue(head.get(0).startsWith("HTTP/1.1 " + call[1]), head.toString());
                assertFalse(head.toString().toLowerCase(Locale.ROOT).contains("chunked"), head.toString());
                assertEquals("HEAD".equals(call[0]), head.toString().contains("1234"), head.toString());
            }
        }
    }

    @Test
    void framesAnswersOfUnknownLengthForWhoeverKnowsNoChunks() {
        standIns.alpha().answers(request -> {
            request.response().setChunked(true).write("begin ");
            request.response().end("end");
        });

        try (RawHttp client = new RawHttp(gateway)) {
            client.send("GET /things HTTP/1.0", "Host: gateway", "Authorization: " + BEARER);

            List<String> head = client.head();
            assertTrue(head.get(0).endsWith("200 OK"), head.toString());
            assertTrue(head.toString().toLowerCase(Locale.ROOT).contains("content-length: 9"), head.toString());
            assertEquals("begin end", client.body(9));
            assertTrue(client.isClosed());
        }
    }

    @Test
    void datesTheAnswersThatTheServiceDidNot() {
        given().header("Authorization", BEARER)
                .get("/things")
                .then()
                .header("Date", matchesPattern("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"));
        String own = "Sun, 06 Nov 1994 08:49:37 GMT";
        standIns.alpha()
                .answers(request -> request.response().putHeader("Date", own).end());

        given().header("Authorization", BEARER).get("/things").then().header("Date", equalTo(own));
    }

    @Test
    void refusesOversizedJsonAtTheDoor() {
        String tooLarge = "\"" + "x".repeat(1024 * 1024) + "\"";
        given().header("Authorization", BEARER)
                .contentType("application/json")
                .body(tooLarge)
                .post("/things")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
        given().header("Authorization", BEARER)
                .contentType("application/octet-stream")
                .body(tooLarge.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/things")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "gzip", "Chunked", "chunked, chunked"})
    void refusesBodiesThatItWouldFrameDifferently(String encoding) {
        try (RawHttp client = new RawHttp(gateway)) {
            client.send(
                            "POST /things HTTP/1.1",
                            "Host: gateway",
                            "Authorization: " + BEARER,
                            "Transfer-Encoding: " + encoding)
                    .write("0\r\n\r\n");

            assertEquals("HTTP/1.1 400 Bad Request", client.head().get(0));
        }
    }

    @Test
    void namesTheMethodsThatAPathTakes() {
        given().header("Authorization", BEARER)
                .delete("/things/mine")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, PATCH"))
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void countsRequestsByTemplateNotById() {
        String id = UUID.randomUUID().toString();
        given().header("Authorization", BEARER).get("/things/" + id).then().statusCode(200);

        String metrics = given().port(management.getPort()).get("/q/metrics").asString();

        assertTrue(
                metrics.contains("uri=\"/things/{id}\""),
                metrics.lines().filter(l -> l.startsWith("http")).toList().toString());
        assertTrue(metrics.contains("http_server_requests_seconds_bucket"), "durations are histograms");
        assertFalse(metrics.contains(id));
    }

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void answersTheRefusalsInOneVoice() {
        given().header("Authorization", "Bearer nonsense")
                .get("/things")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"))
                .body("instance", equalTo("/things"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body("detail", not(nullValue()));
    }

    @Test
    void asksNobodyToRecordATraceAsLongAsNoCollectorIsNamed() {
        given().header("Authorization", BEARER)
                .get("/things")
                .then()
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }
}
