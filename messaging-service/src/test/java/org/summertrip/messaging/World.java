package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.Tokens;

/** The other services, played by the test: people who signed up, trips that were made, and how everybody calls in. */
@Singleton
public class World {
    public static final String USERS = "events.users";
    public static final String GRAPH = "events.graph";
    public static final String FILES = "events.files";
    public static final String GATEWAY = "events.gateway";
    public static final String MESSAGING = "events.messaging";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RedisDataSource redis;
    private final EventStreams streams;
    private final Ids ids;

    static {
        // Looks at once, and often: most of what tests wait for takes milliseconds.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    World(RedisDataSource redis, Ids ids) {
        this.redis = redis;
        this.streams = new EventStreams(redis);
        this.ids = ids;
    }

    public EventStreams streams() {
        return streams;
    }

    public UUID id() {
        return ids.next();
    }

    /** An id that is a minute old. What is younger than two seconds this service waits for if it does not know it: see Freshness. */
    public UUID earlierId() {
        return Uuid7.derived(Instant.now().minusSeconds(60), ids.next().toString());
    }

    /** A request of somebody. */
    public static RequestSpecification as(UUID userId) {
        return given().auth().oauth2(Tokens.user(userId)).contentType(ContentType.JSON);
    }

    /** Somebody who has signed up, and whom this service knows by now. */
    public UUID person(String firstName, String lastName) {
        UUID id = earlierId();
        signUp(id, firstName, lastName);
        settle();
        return id;
    }

    public UUID person() {
        return person("Ana", "Silva");
    }

    public List<UUID> people(int count) {
        List<UUID> all = IntStream.range(0, count).mapToObj(i -> ids.next()).toList();
        all.forEach(id -> signUp(id, "Ana", "Silva"));
        settle();
        return all;
    }

    public void signUp(UUID id, String firstName, String lastName) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id);
        data.put("firstName", firstName);
        data.put("lastName", lastName);
        data.put("avatarFileId", null);
        data.put("createdAt", Instant.now().toString());
        data.put("updatedAt", Instant.now().toString());
        streams.publish(USERS, "user.created", id.toString(), data);
    }

    /** A trip with its members, as this service knows it by now. */
    public UUID group(UUID... members) {
        UUID id = earlierId();
        makeGroup(id, "Lisbon", Instant.now());
        for (UUID member : members) {
            join(id, member, Instant.now());
        }
        settle();
        return id;
    }

    public CloudEvent makeGroup(UUID id, String name, Instant at) {
        Map<String, Object> data = Map.of(
                "id",
                id,
                "name",
                name,
                "visibility",
                "open",
                "createdBy",
                ids.next(),
                "createdAt",
                at.toString(),
                "updatedAt",
                at.toString());
        return streams.publish(USERS, "group.created", id.toString(), at, data);
    }

    public CloudEvent join(UUID groupId, UUID userId, Instant at) {
        return streams.publish(
                USERS,
                "member.joined",
                groupId.toString(),
                at,
                Map.of("groupId", groupId, "userId", userId, "role", "member", "joinedAt", at.toString()));
    }

    /** {@code member.left}, {@code member.banned} and what else is known by a time. */
    public CloudEvent member(String type, UUID groupId, UUID userId, Instant at) {
        return streams.publish(
                USERS,
                type,
                groupId.toString(),
                at,
                Map.of("groupId", groupId, "userId", userId, "role", "admin", "at", at.toString()));
    }

    /** A file that this service knows of by now; of a trip, or only its owner's. */
    public UUID file(UUID ownerId, UUID groupId) {
        UUID id = ids.next();
        Map<String, Object> data = new HashMap<>();
        data.put("id", id);
        data.put("ownerId", ownerId);
        data.put("groupId", groupId);
        data.put("filename", "map.pdf");
        data.put("createdAt", Instant.now().toString());
        streams.publish(FILES, "file.created", id.toString(), data);
        return id;
    }

    /** A block or its lifting, as this service knows it by now. */
    public void block(String type, UUID userId, UUID blockedId) {
        streams.publish(
                GRAPH,
                type,
                userId.toString(),
                Map.of(
                        "userId",
                        userId,
                        "blockedId",
                        blockedId,
                        "at",
                        Instant.now().toString()));
        settle();
    }

    /** What somebody who is connected has been sent so far: type and data. */
    public List<Map<String, String>> pushes(UUID userId) {
        return redis.stream(String.class, String.class, String.class)
                .xrange("push:" + userId, StreamRange.of("-", "+"))
                .stream()
                .map(StreamMessage::payload)
                .toList();
    }

    /** Waits until somebody has been sent something of a type, and returns the data of the first. */
    public JsonPath awaitPush(UUID userId, String type) {
        await().atMost(PATIENCE).until(() -> pushes(userId).stream().anyMatch(push -> type.equals(push.get("type"))));
        return pushes(userId).stream()
                .filter(push -> type.equals(push.get("type")))
                .findFirst()
                .map(push -> JsonPath.from(push.get("data")))
                .orElseThrow();
    }

    /** Waits until everything published to {@code events.users} so far has been taken in: events are taken in order. */
    public void settle() {
        awaitReady();
        UUID probe = ids.next();
        UUID probeGroup = earlierId();
        join(probeGroup, probe, Instant.now());
        awaitStatus(probe, probeGroup, 200);
    }

    /** Waits until reading a conversation answers so. */
    public static void awaitStatus(UUID reader, UUID conversationId, int status) {
        await().atMost(PATIENCE)
                .until(() -> as(reader).get("/messages/" + conversationId).statusCode() == status);
    }

    /** For loops: REST-assured compiles a program of Groovy for each path that it is asked for. */
    public static JsonNode json(ValidatableResponse answer) {
        return json(answer.extract().asString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Waits until the service can answer: it starts before its tables are there. */
    public static void awaitReady() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** Sends a message and returns its id. */
    public static UUID say(UUID sender, UUID conversationId, String content) {
        return UUID.fromString(json(as(sender)
                        .body(Map.of("conversationId", conversationId, "content", content))
                        .post("/messages")
                        .then()
                        .statusCode(201))
                .path("id")
                .asText());
    }

    /** The direct conversation of two. */
    public static UUID talk(UUID one, UUID other) {
        return UUID.fromString(as(one).body(Map.of("userIds", List.of(other)))
                .post("/conversations")
                .then()
                .extract()
                .path("id"));
    }
}
