package org.summertrip.graph.follow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class FollowResourceTest {
    private final World world;

    FollowResourceTest(World world) {
        this.world = world;
    }

    @Test
    void followsWithoutBeingFollowed() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");

        world.as(ana).put("/follows/" + ben).then().statusCode(204);
        world.as(ana).put("/follows/" + ben).then().statusCode(204);

        world.as(ana).get("/follows").then().statusCode(200).body("items.user.firstName", contains("Ben"));
        world.as(ana).get("/followers").then().statusCode(200).body("items", empty());
        world.as(ben).get("/followers").then().body("items.user.firstName", contains("Ana"));
        world.as(ben).get("/follows").then().body("items", empty());
    }

    @Test
    void stopsAsOftenAsOneLikesAndForOneselfOnly() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.as(ana).put("/follows/" + ben).then().statusCode(204);
        world.as(ben).put("/follows/" + ana).then().statusCode(204);

        world.as(ana).delete("/follows/" + ben).then().statusCode(204);
        world.as(ana).delete("/follows/" + ben).then().statusCode(204);

        world.as(ana).get("/follows").then().body("items", empty());
        world.as(ana).get("/followers").then().body("items.user.firstName", contains("Ben"));
    }

    @Test
    void refusesOneselfAndStrangersToTheSuite() {
        UUID ana = world.person("Ana");

        world.as(ana).put("/follows/" + ana).then().statusCode(400).body("violations.field", contains("userId"));
        world.as(ana).put("/follows/x").then().statusCode(400);
        world.as(ana).put("/follows/" + UUID.randomUUID()).then().statusCode(404);
        world.as(ana).delete("/follows/" + UUID.randomUUID()).then().statusCode(204);
    }

    @Test
    void pagesThroughFollowsAndFollowers() {
        UUID ana = world.person("Ana");
        for (UUID other : world.people(3)) {
            world.as(ana).put("/follows/" + other).then().statusCode(204);
            world.as(other).put("/follows/" + ana).then().statusCode(204);
        }
        for (String list : new String[] {"/follows", "/followers"}) {
            String next = world.as(ana)
                    .get(list + "?limit=2")
                    .then()
                    .body("items.size()", equalTo(2))
                    .extract()
                    .path("next");

            world.as(ana)
                    .queryParams(Map.of("limit", 2, "cursor", next))
                    .get(list)
                    .then()
                    .body("items.size()", equalTo(1))
                    .body("next", nullValue());
            String other = list.equals("/follows") ? "/followers" : "/follows";
            world.as(ana).get(other + "?cursor=" + next).then().statusCode(400);
        }
    }
}
