package org.summertrip.graph.mutual;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class MutualResourceTest {
    private final World world;

    MutualResourceTest(World world) {
        this.world = world;
    }

    @Test
    void listsFriendsAndGroupsInCommonAndNobodyElse() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID common = world.person("Cleo");
        UUID onlyAnas = world.person("Dora");
        world.friends(ana, common);
        world.friends(ben, common);
        world.friends(ana, onlyAnas);
        UUID lisbon = world.group("Lisbon", ana, ben);
        world.group("Porto", ana);

        world.as(ana)
                .get("/graph/mutual/" + ben)
                .then()
                .statusCode(200)
                .body("friends.id", contains(common.toString()))
                .body("friends[0].firstName", equalTo("Cleo"))
                .body("groups.id", contains(lisbon.toString()))
                .body("groups[0].name", equalTo("Lisbon"))
                .body("next", nullValue());
        world.as(ana)
                .get("/graph/mutual/" + onlyAnas)
                .then()
                .statusCode(200)
                .body("friends", empty())
                .body("groups", empty());
    }

    @Test
    void pagesThroughBothListsAtOnce() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        List<UUID> common = world.people(5);
        common.forEach(friend -> {
            world.friends(ana, friend);
            world.friends(ben, friend);
        });
        UUID lisbon = world.group("Lisbon", ana, ben);

        List<String> friends = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        String next = null;
        do {
            var page = world.as(ana)
                    .queryParam("limit", 2)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/graph/mutual/" + ben)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            friends.addAll(page.getList("friends.id"));
            groups.addAll(page.getList("groups.id"));
            next = page.getString("next");
        } while (next != null);

        assertEquals(5, friends.size());
        assertEquals(new HashSet<>(common.stream().map(UUID::toString).toList()), new HashSet<>(friends));
        assertEquals(List.of(lisbon.toString()), groups);
    }

    @Test
    void refusesStrangersToTheSuiteAndForeignCursors() {
        UUID ana = world.person("Ana");

        world.as(ana).get("/graph/mutual/" + UUID.randomUUID()).then().statusCode(404);
        world.as(ana).get("/graph/mutual/x").then().statusCode(400);
        world.as(ana).get("/graph/mutual/" + ana + "?cursor=x").then().statusCode(400);
        world.as(ana).get("/graph/mutual/" + ana + "?limit=0").then().statusCode(400);
    }
}
