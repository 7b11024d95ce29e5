package org.summertrip.graph;

import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.kit.testing.Tokens;

/** What surrounds the service: users-service telling of people and groups, people calling, and a look into the graph. */
@Singleton
public class World {
    public static final String USERS = "events.users";
    public static final String GRAPH = "events.graph";
    public static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventStreams streams;
    private final Driver driver;

    World(RedisDataSource redis, Driver driver) {
        this.streams = new EventStreams(redis);
        // Events take milliseconds; looking every tenth of a second would be most of the time that the tests take.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        this.driver = driver;
    }

    /** Somebody whom users-service has told of. */
    public UUID person(String firstName) {
        UUID id = UUID.randomUUID();
        tell("user.created", id, user(id, firstName, NOW));
        awaitKnown(id);
        return id;
    }

    /** Many of them, told of at once. */
    public List<UUID> people(int count) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        ids.forEach(id -> tell("user.created", id, user(id, "Somebody", NOW)));
        awaitKnown(ids.get(count - 1));
        return ids;
    }

    public static Map<String, Object> user(UUID id, String firstName, Instant updatedAt) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id.toString());
        data.put("firstName", firstName);
        data.put("lastName", null);
        data.put("avatarFileId", null);
        data.put("createdAt", NOW.toString());
        data.put("updatedAt", updatedAt.toString());
        data.put("somethingNew", "a field that a later version adds");
        return data;
    }

    public CloudEvent tell(String type, UUID subject, Map<String, ?> data) {
        return streams.publish(USERS, type, subject.toString(), data);
    }

    /** The very same event once more. */
    public void repeat(CloudEvent event) {
        streams.publish(USERS, event);
    }

    public EventStreams streams() {
        return streams;
    }

    /** Waits until everything told so far has been taken in: events are handled one after the other. */
    public void settle() {
        person("Last");
    }

    public void awaitKnown(UUID id) {
        await().atMost(PATIENCE)
                .until(() -> !rows(
                                "MATCH (u:User {id: $id}) WHERE u.createdAt IS NOT NULL RETURN u", "id", id.toString())
                        .isEmpty());
    }

    public RequestSpecification as(UUID id) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.user(id))
                .contentType("application/json");
    }

    /** One asks the other; the status. */
    public int ask(UUID from, UUID to) {
        return as(from).body(Map.of("userId", to)).post("/friends/requests").statusCode();
    }

    public void befriend(UUID one, UUID other) {
        ask(one, other);
        as(other).post("/friends/requests/" + one + "/accept").then().statusCode(200);
    }

    public void block(UUID by, UUID whom) {
        as(by).put("/blocks/" + whom).then().statusCode(204);
    }

    public long friendEdges(UUID one, UUID other) {
        return edges("FRIEND", one, other);
    }

    public long requestEdges(UUID one, UUID other) {
        return edges("REQUESTED", one, other);
    }

    public long edges(String type, UUID one, UUID other) {
        return rows(
                        "MATCH (:User {id: $a})-[r]-(:User {id: $b}) WHERE type(r) = $type RETURN r",
                        "a",
                        one.toString(),
                        "b",
                        other.toString(),
                        "type",
                        type)
                .size();
    }

    /** What the graph answers; names and values of parameters alternate. */
    public List<Record> rows(String cypher, Object... parameters) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put((String) parameters[i], parameters[i + 1]);
        }
        return driver.executableQuery(cypher)
                .withParameters(named)
                .withConfig(QueryConfig.defaultConfig())
                .execute()
                .records();
    }

    /** Events that this service published about somebody's doing, oldest first. */
    public List<CloudEvent> told(String type, UUID by) {
        return streams.read(GRAPH).stream()
                .filter(event -> event.type().equals(type) && event.subject().equals(by.toString()))
                .toList();
    }

    public CloudEvent awaitTold(String type, UUID by) {
        await().atMost(PATIENCE).until(() -> !told(type, by).isEmpty());
        return told(type, by).get(0);
    }

    /** Waits until the outbox is empty. */
    public void awaitPublished() {
        await().atMost(PATIENCE)
                .until(() -> rows("MATCH (o:Outbox) RETURN 1 LIMIT 1").isEmpty());
    }

    /** Takes the locks that a dead transaction holds until the server notices. */
    public void awaitEndOfTransactionsOn(UUID one, UUID other) {
        rows("MATCH (u:User) WHERE u.id IN $ids SET u.taken = true", "ids", List.of(one.toString(), other.toString()));
    }

    /** A friendship that has been there for a while, without the events of its making. */
    public void friends(UUID one, UUID other) {
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        rows(
                "MATCH (a:User {id: $a}), (b:User {id: $b}) CREATE (a)-[:FRIEND {since: datetime()}]->(b)",
                "a",
                (inOrder ? one : other).toString(),
                "b",
                (inOrder ? other : one).toString());
    }

    /** A group that users-service has told of, with its members. */
    public UUID group(String name, UUID... members) {
        UUID id = UUID.randomUUID();
        Map<String, Object> data = new HashMap<>();
        data.put("id", id.toString());
        data.put("name", name);
        data.put("visibility", "closed");
        data.put("createdAt", NOW.toString());
        data.put("updatedAt", NOW.toString());
        tell("group.created", id, data);
        for (UUID member : members) {
            tell(
                    "member.joined",
                    id,
                    Map.of("groupId", id, "userId", member, "role", "member", "joinedAt", NOW.toString()));
        }
        settle();
        return id;
    }

    public RequestSpecification asAdmin(UUID id) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.admin(id))
                .contentType("application/json");
    }

    /** Runs a job to its end. */
    public void run(String job) {
        UUID admin = UUID.randomUUID();
        // One that another test began has not seen what this one made.
        String others = asAdmin(admin).get("/graph/jobs?limit=1").path("items[0].id");
        if (others != null) {
            awaitRun(admin, others);
        }
        awaitRun(
                admin,
                asAdmin(admin)
                        .body(Map.of("job", job))
                        .post("/graph/jobs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
    }

    public void awaitRun(UUID admin, String run) {
        await().atMost(PATIENCE)
                .until(() ->
                        "done".equals(asAdmin(admin).get("/graph/jobs/" + run).path("state")));
    }

    /** What all pages of a list say of this. */
    public List<String> everything(UUID as, String path, String what) {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            var page = as(as).queryParam("limit", 100)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList(what));
            next = page.getString("next");
        } while (next != null);
        return all;
    }
}
