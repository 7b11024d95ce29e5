package org.summertrip.graph.block;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class BlockResourceTest {
    private final World world;

    BlockResourceTest(World world) {
        this.world = world;
    }

    @Test
    void endsAllThereIsBetweenTheTwo() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);
        world.as(ana).put("/follows/" + ben).then().statusCode(204);
        world.as(ben).put("/follows/" + ana).then().statusCode(204);

        world.as(ana).put("/blocks/" + ben).then().statusCode(204);
        world.as(ana).put("/blocks/" + ben).then().statusCode(204);

        for (UUID one : new UUID[] {ana, ben}) {
            for (String list : new String[] {"/friends", "/follows", "/followers", "/friends/requests"}) {
                world.as(one).get(list).then().statusCode(200).body("items", empty());
            }
        }
        assertEquals(
                ben.toString(),
                world.awaitTold("friend.removed", ana).data().get("friendId").asText());
        assertEquals(1, world.told("friend.removed", ana).size());
        assertEquals(
                ben.toString(),
                world.awaitTold("user.blocked", ana).data().get("blockedId").asText());
        assertEquals(1, world.told("user.blocked", ana).size());
        world.as(ana)
                .get("/blocks")
                .then()
                .body("items.user.id", contains(ben.toString()))
                .body("next", nullValue());
        world.as(ben).get("/blocks").then().body("items", empty());
    }

    @Test
    void takesAwayRequestsWithoutTellingAnybody() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.ask(ben, ana);

        world.as(ana).put("/blocks/" + ben).then().statusCode(204);

        world.as(ana).get("/friends/requests").then().body("items", empty());
        world.as(ana).post("/friends/requests/" + ben + "/accept").then().statusCode(404);
        assertEquals(0, world.requestEdges(ana, ben));
    }

    @Test
    void makesEitherSideAnUnknownPersonToTheOther() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.as(ana).put("/blocks/" + ben).then().statusCode(204);

        assertEquals(404, world.ask(ben, ana));
        assertEquals(404, world.ask(ana, ben));
        world.as(ben).put("/follows/" + ana).then().statusCode(404);
        world.as(ana).put("/follows/" + ben).then().statusCode(404);
        world.as(ben).put("/blocks/" + ana).then().statusCode(204);
    }

    @Test
    void isLiftedAsOftenAsOneLikes() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.as(ana).put("/blocks/" + ben).then().statusCode(204);
        world.as(ben).delete("/blocks/" + ana).then().statusCode(204);
        assertEquals(404, world.ask(ben, ana), "only who blocked may lift it");

        world.as(ana).delete("/blocks/" + ben).then().statusCode(204);
        world.as(ana).delete("/blocks/" + ben).then().statusCode(204);

        world.as(ana).get("/blocks").then().body("items", empty());
        assertEquals(201, world.ask(ben, ana));
        assertEquals(
                ben.toString(),
                world.awaitTold("user.unblocked", ana).data().get("blockedId").asText());
        assertEquals(1, world.told("user.unblocked", ana).size());
        assertEquals(List.of(), world.told("user.unblocked", ben));
    }

    @Test
    void refusesOneselfAndStrangersToTheSuite() {
        UUID ana = world.person("Ana");

        world.as(ana).put("/blocks/" + ana).then().statusCode(400).body("violations.field", contains("userId"));
        world.as(ana).put("/blocks/x").then().statusCode(400);
        world.as(ana).put("/blocks/" + UUID.randomUUID()).then().statusCode(404);
        world.as(ana).delete("/blocks/" + UUID.randomUUID()).then().statusCode(204);
    }

    @Test
    void pagesThroughBlocks() {
        UUID ana = world.person("Ana");
        for (UUID other : world.people(3)) {
            world.as(ana).put("/blocks/" + other).then().statusCode(204);
        }

        String next = world.as(ana)
                .get("/blocks?limit=2")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");

        world.as(ana)
                .queryParams(Map.of("limit", 2, "cursor", next))
                .get("/blocks")
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
    }
}
