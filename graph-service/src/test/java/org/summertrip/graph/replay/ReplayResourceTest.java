package org.summertrip.graph.replay;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.testing.Tokens;

@QuarkusTest
@GraphStores
class ReplayResourceTest {
    private static final String PROJECTION = """
            MATCH (n)
            WHERE n.id IN $ids
            OPTIONAL MATCH (n)-[m:MEMBER_OF]->(g:Group)
            WITH n, g, m
            ORDER BY n.id, g.id
            RETURN labels(n) AS labels, n.id AS id, n.firstName AS firstName, n.name AS name, n.destination AS destination,
                   toString(n.createdAt) AS createdAt, toString(n.updatedAt) AS updatedAt,
                   g.id AS groupId, m.role AS role, toString(m.since) AS since""";

    private final World world;

    ReplayResourceTest(World world) {
        this.world = world;
    }

    @Test
    void rebuildsTheSameReadModelFromASnapshot() {
        List<String> snapshot = snapshot(30, 10);
        List<String> ids = ids(snapshot);
        replay(snapshot)
                .statusCode(200)
                .body("applied", equalTo(snapshot.size()))
                .body("rejected", equalTo(0));
        List<String> before = projection(ids);
        world.rows("MATCH (n) WHERE n.id IN $ids DETACH DELETE n", "ids", ids);
        assertNotEquals(before, projection(ids));

        replay(snapshot).statusCode(200).body("applied", equalTo(snapshot.size()));
        assertEquals(before, projection(ids));

        replay(snapshot).statusCode(200);
        assertEquals(before, projection(ids), "once more changes nothing");
    }

    /** Any order, any repetition, old news among new: the same events always make the same graph. */
    @Test
    void comesOutTheSameInWhateverOrderEventsCome() {
        Random random = new Random(2026);
        List<String> expected = null;
        List<String> history = history();
        List<String> ids = ids(history);
        for (int round = 0; round < 12; round++) {
            List<String> shuffled = new ArrayList<>(history);
            if (round > 0) {
                shuffled.add(history.get(random.nextInt(history.size())));
                shuffled.add(history.get(random.nextInt(history.size())));
                Collections.shuffle(shuffled, random);
            }
            world.rows("MATCH (n) WHERE n.id IN $ids DETACH DELETE n", "ids", ids);
            world.rows("MATCH (e:Erased) DELETE e");
            replay(shuffled).statusCode(200).body("rejected", equalTo(0));
            List<String> now = projection(ids);
            expected = expected == null ? now : expected;
            assertEquals(expected, now, "round " + round);
        }
    }

    @Test
    void countsWhatItCannotUseAndGoesOn() {
        UUID ana = UUID.randomUUID();
        List<String> lines = List.of(
                line("user.created", World.user(ana, "Ana", World.NOW)),
                line("purchase.made", Map.of("id", UUID.randomUUID().toString())),
                line("user.created", Map.of("id", ana.toString())),
                "no event",
                "");

        replay(lines)
                .statusCode(200)
                .body("applied", equalTo(1))
                .body("ignored", equalTo(1))
                .body("rejected", equalTo(2));
        world.awaitKnown(ana);
    }

    @Test
    void takesManyLinesInChunksAndNothingButLines() {
        List<String> snapshot = snapshot(500, 20);

        replay(snapshot).statusCode(200).body("applied", equalTo(snapshot.size()));

        RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.service())
                .contentType("application/json")
                .body("{}")
                .post("/internal/replay")
                .then()
                .statusCode(415);
    }

    private static ValidatableResponse replay(List<String> lines) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.service())
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines))
                .post("/internal/replay")
                .then();
    }

    private List<String> projection(List<String> ids) {
        return world.rows(PROJECTION, "ids", ids).stream()
                .map(row -> row.asMap().toString())
                .toList();
    }

    private static List<String> snapshot(int people, int groups) {
        List<String> lines = new ArrayList<>();
        List<UUID> users = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            UUID id = UUID.randomUUID();
            users.add(id);
            lines.add(line("user.created", World.user(id, "P" + i, World.NOW)));
        }
        for (int i = 0; i < groups; i++) {
            UUID id = UUID.randomUUID();
            lines.add(line("group.created", group(id, "G" + i, 0)));
            for (int member = 0; member < 5; member++) {
                lines.add(line("member.joined", member(id, users.get((i * 7 + member) % people), "member", 1)));
            }
        }
        return lines;
    }

    private static List<String> history() {
        UUID ana = UUID.randomUUID();
        UUID ben = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        UUID lisbon = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        return List.of(
                line("user.created", World.user(ana, "Ana", World.NOW)),
                line("user.updated", World.user(ana, "Anabel", World.NOW.plusSeconds(5))),
                line("user.created", World.user(ben, "Ben", World.NOW)),
                line("user.created", World.user(gone, "Gone", World.NOW)),
                line("group.created", group(lisbon, "Lisbon", 0)),
                line("group.updated", group(lisbon, "Lisboa", 9)),
                line("group.created", group(over, "Over", 0)),
                line("member.joined", member(lisbon, ana, "owner", 1)),
                line("member.joined", member(lisbon, ben, "member", 2)),
                line("member.left", member(lisbon, ben, null, 3)),
                line("member.joined", member(lisbon, ben, "member", 4)),
                line("member.role-changed", member(lisbon, ben, "admin", 5)),
                line("member.joined", member(lisbon, gone, "member", 2)),
                line("member.joined", member(over, ana, "owner", 1)),
                line("user.erased", Map.of("id", gone.toString())),
                line("group.deleted", Map.of("id", over.toString())));
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .map(line -> new JsonObject(line).getJsonObject("data"))
                .flatMap(data -> Stream.of("id", "userId", "groupId")
                        .map(data::getString)
                        .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    private static Map<String, Object> group(UUID id, String name, int second) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id.toString());
        data.put("name", name);
        data.put("destination", "Lisboa");
        data.put("createdAt", World.NOW.toString());
        data.put("updatedAt", World.NOW.plusSeconds(second).toString());
        return data;
    }

    private static Map<String, Object> member(UUID groupId, UUID userId, String role, int second) {
        Map<String, Object> data = new HashMap<>();
        data.put("groupId", groupId.toString());
        data.put("userId", userId.toString());
        data.put("role", role);
        data.put("at", World.NOW.plusSeconds(second).toString());
        return data;
    }

    private static String line(String type, Map<String, ?> data) {
        return new JsonObject(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "users-service",
                        "type",
                        type,
                        "subject",
                        UUID.randomUUID().toString(),
                        "time",
                        World.NOW.toString(),
                        "data",
                        new JsonObject(new HashMap<>(data))))
                .encode();
    }
}
