package org.summertrip.gateway.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.gateway.socket.Impatient;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** What is put together from the answers of the four services. */
@QuarkusTest
@TestProfile(Impatient.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(
        value = StandIns.class,
        initArgs =
                @ResourceArg(name = "services", value = "users-service,messaging-service,graph-service,files-service"))
class HomeTest {
    private static final String BEARER = "Bearer " + Tokens.user(UUID.randomUUID());

    StandIns standIns;

    @BeforeEach
    void answerAsTheServicesDo() {
        standIns.reset();
        standIns.of("users-service").answers(request -> {
            switch (request.path()) {
                case "/users/me" -> json(request, "{\"id\":\"7\",\"email\":\"ana@example.org\"}");
                case "/groups" -> json(request, "{\"items\":[{\"name\":\"Lisbon\"}],\"next\":null}");
                default -> json(request, "{\"user\":{\"asked\":\"" + request.getHeader("Authorization") + "\"}}");
            }
        });
        standIns.of("messaging-service").answers(request -> {
            switch (request.path()) {
                case "/conversations" -> json(request, "{\"items\":[{\"unreadCount\":2}],\"next\":\"x\"}");
                case "/notifications/me" -> json(request, "{\"items\":[{}],\"next\":null,\"unseenCount\":5}");
                default -> json(request, "{\"messages\":[1,2,3]}");
            }
        });
        standIns.of("graph-service")
                .answers(request -> json(
                        request, request.path().equals("/graph/suggestions") ? "{\"items\":[]}" : "{\"friends\":[]}"));
        standIns.of("files-service").answers(request -> json(request, "{\"files\":[]}"));
    }

    @Test
    void showsAllPartsInOneAnswer() {
        home().statusCode(200)
                .body("me.email", equalTo("ana@example.org"))
                .body("groups[0].name", equalTo("Lisbon"))
                .body("conversations[0].unreadCount", equalTo(2))
                .body("notifications.unseenCount", equalTo(5))
                .body("notifications.items", hasSize(1))
                .body("suggestions", empty())
                .body("partial", empty());
    }

    @Test
    void asksWithTheCallersOwnTokenInHisTrace() {
        AtomicReference<String> token = new AtomicReference<>();
        AtomicReference<String> trace = new AtomicReference<>();
        standIns.of("graph-service").answers(request -> {
            token.set(request.getHeader("Authorization"));
            trace.set(request.getHeader("traceparent"));
            json(request, "{\"items\":[]}");
        });

        given().header("Authorization", BEARER)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/home")
                .then()
                .statusCode(200);

        assertEquals(BEARER, token.get());
        assertTrue(trace.get().startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-"), trace.get());
    }

    @Test
    void marksThePartsThatFailAndShowsTheRest() {
        standIns.of("graph-service")
                .answers(request -> request.response().setStatusCode(503).end());
        standIns.of("messaging-service").answers(request -> {
            if (request.path().equals("/conversations")) {
                json(request, "{\"items\":[");
            } else {
                json(request, "{\"items\":[],\"unseenCount\":0}");
            }
        });

        home().statusCode(200)
                .body("me.id", equalTo("7"))
                .body("suggestions", nullValue())
                .body("conversations", nullValue())
                .body("notifications.unseenCount", equalTo(0))
                .body("partial", containsInAnyOrder("suggestions", "conversations"));
    }

    @Test
    void waitsForNoPartLongerThanItsDeadline() {
        standIns.of("messaging-service").answers(request -> {});
        long begin = System.nanoTime();

        home().statusCode(200)
                .body("me.id", equalTo("7"))
                .body("partial", containsInAnyOrder("conversations", "notifications"));

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(Duration.ofSeconds(3)) < 0, took.toString());
    }

    @Test
    void isForThoseWithATokenOnly() {
        given().get("/home").then().statusCode(401);
        given().get("/users/me/export").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.expired(UUID.randomUUID()))
                .get("/home")
                .then()
                .statusCode(401);
        given().header("Authorization", BEARER).post("/home").then().statusCode(405);
        given().header("Authorization", BEARER)
                .delete("/users/me/export")
                .then()
                .statusCode(405);
    }

    @Test
    void exportsEverythingThatTheServicesHold() {
        export().statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", containsString("attachment"))
                .body("generatedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z"))
                .body("users.user.asked", equalTo(BEARER))
                .body("messaging.messages", hasSize(3))
                .body("graph.friends", empty())
                .body("files.files", empty());
    }

    @Test
    void exportsMoreThanFitsInMemory() {
        byte[] chunk = "\"0123456789012345678901234567890123456789012345678901234567890123456789\","
                .repeat(100)
                .getBytes();
        int chunks = 2_000;
        standIns.of("messaging-service").answers(request -> {
            request.response().setChunked(true).write("{\"messages\":[");
            give(request, io.vertx.core.buffer.Buffer.buffer(chunk), chunks);
        });

        String body = export().statusCode(200).extract().asString();

        assertTrue(body.length() > chunk.length * chunks, body.length() + " characters");
        assertTrue(body.endsWith("\"files\":{\"files\":[]}}"), body.substring(body.length() - 100));
    }

    @Test
    void exportsNothingWhenAPartIsMissing() {
        standIns.of("files-service")
                .answers(request -> request.response().setStatusCode(500).end());

        export().statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("10"))
                .body("code", equalTo("export-incomplete"))
                .body("detail", containsString("files-service"));
    }

    @Test
    void exportsNothingWhenAPartBreaksOff() {
        standIns.of("graph-service").answers(request -> {
            request.response().setChunked(true);
            request.response()
                    .write("{\"friends\":[")
                    .onComplete(written -> request.connection().close());
        });

        export().statusCode(503).body("code", equalTo("export-incomplete")).body("detail", containsString("graph"));
    }

    private static void give(HttpServerRequest request, io.vertx.core.buffer.Buffer chunk, int left) {
        int more = left;
        while (more > 0 && !request.response().writeQueueFull()) {
            request.response().write(chunk);
            more--;
        }
        int remaining = more;
        if (remaining == 0) {
            request.response().end("0]}");
        } else {
            request.response().drainHandler(drained -> give(request, chunk, remaining));
        }
    }

    private static void json(HttpServerRequest request, String body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }

    private static ValidatableResponse home() {
        return given().header("Authorization", BEARER).get("/home").then();
    }

    private static ValidatableResponse export() {
        return given().header("Authorization", BEARER).get("/users/me/export").then();
    }
}
