package org.summertrip.graph.suggestion;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
class SuggestionResourceTest {
    private static final String PATH = "/graph/suggestions";

    private final World world;

    SuggestionResourceTest(World world) {
        this.world = world;
    }

    @Test
    void saysWhyItSuggestsSomebody() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        List<UUID> common = world.people(2);
        common.forEach(friend -> {
            world.friends(ana, friend);
            world.friends(ben, friend);
        });
        world.group("Lisbon", ana, ben);

        world.as(ana)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.user.id", contains(ben.toString()))
                .body("items[0].user.firstName", equalTo("Ben"))
                .body("items[0].reasons.type", contains("mutual_friends", "shared_groups"))
                .body("items[0].reasons.count", contains(2, 1))
                .body("items[0].score.toDouble()", closeTo((2 + 2) / Math.log(2), 0.00001));
    }

    @Test
    void prefersWhomAFriendWithFewFriendsKnows() {
        UUID ana = world.person("Ana");
        UUID quiet = world.person("Quiet");
        UUID popular = world.person("Popular");
        UUID quietsFriend = world.person("Close");
        UUID popularsFriend = world.person("Far");
        world.friends(ana, quiet);
        world.friends(ana, popular);
        world.friends(quiet, quietsFriend);
        world.friends(popular, popularsFriend);
        world.people(6).forEach(other -> world.friends(popular, other));

        List<String> suggested = ids(world.as(ana).get(PATH).jsonPath().getList("items.user.id"));

        assertEquals(quietsFriend.toString(), suggested.get(0));
        assertEquals(8, suggested.size());
    }

    @Test
    void leavesOutWhoIsNoNews() {
        UUID ana = world.person("Ana");
        UUID hub = world.person("Hub");
        world.friends(ana, hub);
        List<UUID> others = world.people(7);
        others.forEach(other -> world.friends(hub, other));
        world.friends(ana, others.get(0));
        world.ask(ana, others.get(1));
        world.ask(others.get(2), ana);
        world.block(ana, others.get(3));
        world.block(others.get(4), ana);
        world.as(ana).post(PATH + "/" + others.get(5) + "/dismiss").then().statusCode(204);
        world.as(ana).post(PATH + "/" + others.get(5) + "/dismiss").then().statusCode(204);

        world.as(ana)
                .get(PATH)
                .then()
                .body("items.user.id", contains(others.get(6).toString()));
        world.as(others.get(5)).get(PATH).then().body("items.user.id", org.hamcrest.Matchers.hasItem(ana.toString()));
    }

    @Test
    void pagesThroughEqualScoresEachOnce() {
        UUID ana = world.person("Ana");
        UUID hub = world.person("Hub");
        world.friends(ana, hub);
        List<UUID> others = world.people(7);
        others.forEach(other -> world.friends(hub, other));

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

        assertEquals(7, seen.size());
        assertEquals(new HashSet<>(others.stream().map(UUID::toString).toList()), new HashSet<>(seen));
    }

    @Test
    void hasNothingToSuggestToWhoIsAlone() {
        world.as(world.person("Ana")).get(PATH).then().statusCode(200).body("items", empty());
        world.as(UUID.randomUUID()).get(PATH).then().statusCode(200).body("items", empty());
    }

    @Test
    void refusesToDismissOneselfAndStrangersToTheSuite() {
        UUID ana = world.person("Ana");

        world.as(ana).post(PATH + "/" + ana + "/dismiss").then().statusCode(400);
        world.as(ana).post(PATH + "/x/dismiss").then().statusCode(400);
        world.as(ana).post(PATH + "/" + UUID.randomUUID() + "/dismiss").then().statusCode(404);
    }

    private static List<String> ids(List<String> values) {
        return List.copyOf(values);
    }
}
