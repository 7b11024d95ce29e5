package org.summertrip.messaging.replay;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.messaging.World;

@QuarkusTest
class ReplayTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    World world;

    @Inject
    ObjectMapper mapper;

    @BeforeEach
    void isReady() {
        World.awaitReady();
    }

    @Test
    void makesTheProjectionsAnewAndTellsNobody() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID trip = world.id();
        String snapshot = String.join(
                "\n",
                line("user.created", ana, Map.of("id", ana, "firstName", "Ana")),
                line("group.created", trip, Map.of("id", trip, "name", "Porto", "createdBy", ana)),
                line("member.joined", trip, Map.of("groupId", trip, "userId", ana, "role", "owner")),
                "",
                line("member.joined", trip, Map.of("groupId", trip, "userId", ben, "role", "member")),
                line("weather.changed", trip, Map.of("sun", true)),
                "");

        for (int twice = 0; twice < 2; twice++) {
            Answer answer = replay(snapshot);

            assertEquals(200, answer.status());
            assertEquals(
                    Map.of("user.created", 1, "group.created", 1, "member.joined", 2),
                    answer.body().getMap("handled"));
            assertEquals(1, answer.body().getInt("ignored"));
        }

        say(ana, trip, "Hello");
        assertEquals("Porto", as(ben).get("/conversations/" + trip).path("title"));
        assertEquals(List.of(), as(ana).get("/notifications/me").jsonPath().getList("items"));
    }

    @Test
    void takesASnapshotThatIsLongerThanOtherBodiesMayBe() {
        UUID trip = world.id();
        String padding = "x".repeat(20_000);
        String snapshot = IntStream.range(0, 600)
                .mapToObj(i -> line(
                        "member.joined",
                        trip,
                        Map.of("groupId", trip, "userId", world.id(), "role", "member", "padding", padding)))
                .collect(Collectors.joining("\n"));

        Answer answer = replay(snapshot);

        assertEquals(200, answer.status());
        assertEquals(Map.of("member.joined", 600), answer.body().getMap("handled"));
    }

    @Test
    void namesTheLineThatIsNoEvent() {
        UUID ana = world.id();
        String good = line("user.created", ana, Map.of("id", ana, "firstName", "Ana"));

        Answer second = replay(good + "\nnonsense\n");
        Answer first = replay(line("member.joined", ana, Map.of("groupId", "nonsense")));

        assertEquals(List.of(400, 400), List.of(second.status(), first.status()));
        assertEquals(List.of("line 2"), second.body().getList("violations.field"));
        assertEquals(List.of("line 1"), first.body().getList("violations.field"));
    }

    @Test
    void takesNothingElseThanNdjson() {
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body("{}")
                .post("/internal/replay")
                .then()
                .statusCode(415);
    }

    /** As {@code curl -T -} sends it: in chunks, of a length that nobody knows before. */
    private static Answer replay(String snapshot) {
        byte[] body = snapshot.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/internal/replay"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.service())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofString())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return new Answer(response.statusCode(), JsonPath.from(response.body()));
    }

    private record Answer(int status, JsonPath body) {}

    private String line(String type, UUID subject, Map<String, ?> data) {
        CloudEvent event = CloudEvent.of(world.id(), "test", type, subject.toString(), NOON, mapper.valueToTree(data));
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
