package org.summertrip.graph.path;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class PathResourceTest {
    private final World world;

    PathResourceTest(World world) {
        this.world = world;
    }

    @Test
    void findsTheShortestOfTwoWays() {
        List<UUID> chain = chain(4);
        UUID shortcut = world.person("Short");
        world.friends(chain.get(0), shortcut);
        world.friends(shortcut, chain.get(3));

        world.as(chain.get(0))
                .get("/graph/path/" + chain.get(3))
                .then()
                .statusCode(200)
                .body("length", equalTo(2))
                .body(
                        "users.id",
                        contains(
                                chain.get(0).toString(),
                                shortcut.toString(),
                                chain.get(3).toString()))
                .body("users[1].firstName", equalTo("Short"));
    }

    @Test
    void goesSixFriendshipsFarAndNoFurther() {
        List<UUID> chain = chain(8);

        assertEquals(6, (int) world.as(chain.get(0))
                .get("/graph/path/" + chain.get(6))
                .then()
                .statusCode(200)
                .extract()
                .path("length"));
        world.as(chain.get(0)).get("/graph/path/" + chain.get(7)).then().statusCode(404);
    }

    @Test
    void hasLengthZeroToOneself() {
        UUID ana = world.person("Ana");

        world.as(ana)
                .get("/graph/path/" + ana)
                .then()
                .statusCode(200)
                .body("length", equalTo(0))
                .body("users.id", contains(ana.toString()));
    }

    @Test
    void goesAroundWhomABlockHides() {
        List<UUID> chain = chain(3);
        world.block(chain.get(1), chain.get(0));
        world.as(chain.get(0)).get("/graph/path/" + chain.get(2)).then().statusCode(404);
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.friends(chain.get(0), ana);
        world.friends(ana, chain.get(1));
        world.friends(ana, ben);
        world.friends(ben, chain.get(2));

        world.as(chain.get(0))
                .get("/graph/path/" + chain.get(2))
                .then()
                .statusCode(200)
                .body("length", equalTo(3))
                .body("users.id[2]", equalTo(ben.toString()));
    }

    @Test
    void refusesStrangersToTheSuiteAndAnswersUnchanged() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.friends(ana, ben);

        world.as(ana).get("/graph/path/" + UUID.randomUUID()).then().statusCode(404);
        world.as(ana).get("/graph/path/x").then().statusCode(400);
        String etag = world.as(ana).get("/graph/path/" + ben).then().extract().header("ETag");
        world.as(ana)
                .header("If-None-Match", etag)
                .get("/graph/path/" + ben)
                .then()
                .statusCode(304);
    }

    private List<UUID> chain(int length) {
        List<UUID> people = world.people(length);
        for (int i = 1; i < length; i++) {
            world.friends(people.get(i - 1), people.get(i));
        }
        return people;
    }
}
