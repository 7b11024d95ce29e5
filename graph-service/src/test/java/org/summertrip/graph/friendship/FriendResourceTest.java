package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.event.CloudEvent;

@QuarkusTest
@GraphStores
class FriendResourceTest {
    private static final String PATH = "/friends";

    private final World world;

    FriendResourceTest(World world) {
        this.world = world;
    }

    @Test
    void listsFriendsOnBothSides() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);

        world.as(ana)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.user.id", contains(ben.toString()))
                .body("items[0].user.firstName", equalTo("Ben"))
                .body("next", nullValue());
        world.as(ben).get(PATH).then().body("items.user.firstName", contains("Ana"));
        world.as(world.person("Eve")).get(PATH).then().body("items", empty());
        world.as(UUID.randomUUID()).get(PATH).then().statusCode(200).body("items", empty());
    }

    @Test
    void endsAFriendshipForBothAsOftenAsOneLikes() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);

        world.as(ana).delete(PATH + "/" + ben).then().statusCode(204);
        world.as(ana).delete(PATH + "/" + ben).then().statusCode(204);

        world.as(ana).get(PATH).then().body("items", empty());
        world.as(ben).get(PATH).then().body("items", empty());
        CloudEvent event = world.awaitTold("friend.removed", ana);
        assertEquals(ben.toString(), event.data().get("friendId").asText());
        world.befriend(ben, ana);
        world.as(ana).delete(PATH + "/" + UUID.randomUUID()).then().statusCode(204);
        world.as(ana).delete(PATH + "/" + ana).then().statusCode(204);
        world.awaitTold("friend.accepted", ana);
        assertEquals(1, world.told("friend.removed", ana).size());
    }

    @Test
    void pagesThroughFriendsEachOnce() {
        UUID ana = world.person("Ana");
        List<UUID> others = world.people(7);
        // All in the same millisecond, so that only the id tells them apart.
        world.rows(
                "MATCH (a:User {id: $a}) UNWIND $others AS id MATCH (b:User {id: id})"
                        + " CREATE (a)-[:FRIEND {since: datetime('2026-06-01T10:00:00.123Z')}]->(b)",
                "a",
                ana.toString(),
                "others",
                others.stream().map(UUID::toString).toList());

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = world.as(ana)
                    .queryParam("limit", 3)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.user.id"));
            next = page.getString("next");
        } while (next != null);

        Set<String> expected = others.stream().map(UUID::toString).collect(Collectors.toSet());
        assertEquals(7, seen.size());
        assertEquals(expected, new HashSet<>(seen));
    }

    @Test
    void refusesWhatIsNoIdAndNoLimit() {
        UUID ana = world.person("Ana");

        world.as(ana).delete(PATH + "/x").then().statusCode(400).body("violations.field", contains("userId"));
        world.as(ana).delete(PATH + "/requests/x").then().statusCode(400);
        world.as(ana).post(PATH + "/requests/x/accept").then().statusCode(400);
        for (String limit : List.of("0", "101", "-1", "x", "1.5")) {
            world.as(ana)
                    .get(PATH + "?limit=" + limit)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("limit"));
        }
    }
}
