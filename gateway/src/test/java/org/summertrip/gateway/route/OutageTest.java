package org.summertrip.gateway.route;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.OpenRequests;
import org.summertrip.gateway.RawHttp;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Services die in many ways; the client always learns of it, soon, and never takes half an answer for a whole one. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class OutageTest {
    private static final String BEARER = "Bearer " + Tokens.user(UUID.randomUUID());
    private static final Duration SOON = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    StandIns standIns;

    @Inject
    OpenRequests open;

    @TestHTTPResource("/")
    URI gateway;

    private boolean killed;

    @BeforeEach
    void warmUp() {
        standIns.reset();
        get().statusCode(200);
    }

    @AfterEach
    void revive() {
        if (killed) {
            standIns.alpha().start();
        }
        // Whatever happened to it, no request may look as if it were still running: shutdown would wait for it.
        await().atMost(Duration.ofSeconds(10)).until(() -> open.count() == 0);
    }

    @Test
    void saysWithinTwoSecondsThatAServiceIsDeadAndServesAgainOnceItIsBack() {
        standIns.alpha().kill();
        killed = true;

        long begin = System.nanoTime();
        get().statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("code", equalTo("upstream-unavailable"))
                .body("type", equalTo("/problems/upstream-unavailable"))
                .body("detail", containsString("alpha-service"))
                .body("instance", equalTo("/things"))
                .body("traceId", not(equalTo(null)))
                .body(not(containsString("Exception")))
                .body(not(containsString("127.0.0.1")));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertTrue(took.compareTo(SOON) < 0, took.toString());
        given().header("Authorization", BEARER).get("/others/1").then().statusCode(200);
        standIns.alpha().start();
        killed = false;
        get().statusCode(200);
    }

    @Test
    void answersTheUploaderOfADeadService() {
        standIns.alpha().kill();
        killed = true;

        given().header("Authorization", BEARER)
                .contentType("application/octet-stream")
                .body(new byte[4 * 1024 * 1024])
                .post("/uploads")
                .then()
                .statusCode(503)
                .body("code", equalTo("upstream-unavailable"));
    }

    @Test
    void doesNotWaitForEverForAServiceThatHangs() {
        standIns.alpha().answers(request -> {});

        get().statusCode(503).header("Retry-After", equalTo("2")).body("code", equalTo("upstream-unavailable"));
    }

    @Test
    void saysThatAServiceClosedTheConnectionInsteadOfAnswering() {
        standIns.alpha().answers(request -> request.connection().close());

        get().statusCode(503).body("code", equalTo("upstream-unavailable"));
    }

    @Test
    void resetsAnAnswerOfKnownLengthThatBreaksOff() {
        standIns.alpha().answers(request -> {
            request.response().putHeader("Content-Length", "1000000");
            request.response()
                    .write("half")
                    .onComplete(written -> request.connection().close());
        });

        assertBreaksOff();
    }

    @Test
    void doesNotPassOnTheBeginningOfAShortAnswerThatBreaksOff() {
        standIns.alpha().answers(request -> {
            request.response().putHeader("Content-Length", "1000").putHeader("ETag", "\"half\"");
            request.response()
                    .write("half")
                    .onComplete(written -> request.connection().close());
        });

        get().statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .header("ETag", nullValue())
                .body("code", equalTo("upstream-unavailable"))
                .body("detail", containsString("alpha-service"));
    }

    @Test
    void resetsAnAnswerOfUnknownLengthThatBreaksOff() {
        standIns.alpha().answers(request -> {
            request.response().setChunked(true);
            request.response()
                    .write("half")
                    .onComplete(written -> request.connection().close());
        });

        assertBreaksOff();
    }

    @Test
    void resetsAnAnswerThatStandsStill() {
        standIns.alpha().answers(request -> {
            request.response().setChunked(true);
            request.response().write("half");
        });

        assertBreaksOff();
    }

    @Test
    void tellsTheServiceThatTheClientIsGone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        standIns.alpha().answers(request -> {
            request.connection().closeHandler(closed -> noticed.countDown());
            request.response().setChunked(true);
            request.response().write("half").onComplete(written -> begun.countDown());
        });

        try (RawHttp impatient = new RawHttp(gateway)) {
            impatient.send("GET /things HTTP/1.1", "Host: gateway", "Authorization: " + BEARER);
            assertEquals("HTTP/1.1 200 OK", impatient.head().get(0));
        }

        // Earlier than the idle timeout would end it.
        await().atMost(Duration.ofMillis(2500)).until(() -> noticed.getCount() == 0);
    }

    @Test
    void tellsTheServiceThatTheClientDidNotWaitForTheAnswer() {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        standIns.alpha().answers(request -> {
            request.connection().closeHandler(closed -> noticed.countDown());
            arrived.countDown();
        });

        try (RawHttp impatient = new RawHttp(gateway)) {
            impatient.send("GET /things HTTP/1.1", "Host: gateway", "Authorization: " + BEARER);
            await().atMost(Duration.ofSeconds(10)).until(() -> arrived.getCount() == 0);
        }

        await().atMost(Duration.ofMillis(1800)).until(() -> noticed.getCount() == 0);
    }

    @Test
    void passesARefusalOnThatComesBeforeTheUploadIsRead() {
        standIns.alpha()
                .answers(request -> request.response().setStatusCode(413).end("too much"));

        given().header("Authorization", BEARER)
                .contentType("application/octet-stream")
                .body(new byte[8 * 1024 * 1024])
                .post("/uploads")
                .then()
                .statusCode(413)
                .body(equalTo("too much"));
    }

    private void assertBreaksOff() {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/things"))
                .header("Authorization", BEARER)
                .timeout(Duration.ofSeconds(20))
                .build();
        assertThrows(IOException.class, () -> {
            InputStream body =
                    client.send(request, BodyHandlers.ofInputStream()).body();
            body.readAllBytes();
        });
    }

    private ValidatableResponse get() {
        return given().header("Authorization", BEARER).get("/things").then();
    }
}
