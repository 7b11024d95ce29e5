package org.summertrip.graph.relationship;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.testing.Tokens;

@QuarkusTest
@GraphStores
class RelationshipResourceTest {
    private static final String PATH = "/graph/relationships";

    private final World world;

    RelationshipResourceTest(World world) {
        this.world = world;
    }

    @Test
    void drawsOnesOwnNeighbourhood() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID cleo = world.person("Cleo");
        UUID far = world.person("Far");
        world.friends(ana, ben);
        world.friends(ana, cleo);
        world.friends(ben, cleo);
        world.friends(cleo, far);
        UUID lisbon = world.group("Lisbon", ana, ben, far);
        UUID blocked = world.person("Blocked");
        world.block(ana, blocked);
        world.block(world.person("Blocker"), ana);

        var drawing = world.as(ana).get(PATH).then().statusCode(200).extract().jsonPath();

        assertEquals(
                Set.of(
                        edge(ana, ben, "FRIEND"),
                        edge(ana, cleo, "FRIEND"),
                        edge(ben, cleo, "FRIEND"),
                        edge(ana, lisbon, "MEMBER_OF"),
                        edge(ben, lisbon, "MEMBER_OF"),
                        edge(ana, blocked, "BLOCKED")),
                edges(drawing.getList("edges")));
        List<String> nodes = drawing.getList("nodes.id");
        assertEquals(
                Set.of(ana.toString(), ben.toString(), cleo.toString(), lisbon.toString(), blocked.toString()),
                Set.copyOf(nodes));
        assertEquals("Group", drawing.getString("nodes.find { it.id == '" + lisbon + "' }.label"));
        assertEquals("Lisbon", drawing.getString("nodes.find { it.id == '" + lisbon + "' }.name"));
        assertEquals("Ben", drawing.getString("nodes.find { it.id == '" + ben + "' }.name"));
    }

    @Test
    void keepsToOneKindAndToTheLimit() {
        UUID ana = world.person("Ana");
        world.people(3).forEach(other -> world.friends(ana, other));
        UUID idol = world.person("Idol");
        world.as(ana).put("/follows/" + idol).then().statusCode(204);

        world.as(ana)
                .get(PATH + "?type=FOLLOWS")
                .then()
                .body("edges.size()", equalTo(1))
                .body("edges[0].from", equalTo(ana.toString()))
                .body("edges[0].to", equalTo(idol.toString()))
                .body("nodes.id", containsInAnyOrder(ana.toString(), idol.toString()));
        world.as(ana)
                .get(PATH + "?type=friend&limit=2")
                .then()
                .body("edges.size()", equalTo(2))
                .body("nodes.size()", equalTo(3));
        for (String query : List.of("?type=KNOWS", "?limit=0", "?limit=101", "?limit=x", "?userId=x")) {
            world.as(ana).get(PATH + query).then().statusCode(400);
        }
    }

    @Test
    void drawsAnythingForAdminsAndNobodyElsesForOthers() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.friends(ana, ben);
        UUID admin = world.person("Admin");

        world.as(world.person("Eve")).get(PATH + "?userId=" + ana).then().statusCode(404);
        asAdmin(admin)
                .get(PATH + "?type=FRIEND&userId=" + ana)
                .then()
                .statusCode(200)
                .body("edges.size()", equalTo(1));
        List<?> edges = asAdmin(admin).get(PATH + "?type=FRIEND").jsonPath().getList("edges");
        assertTrue(!edges.isEmpty());
    }

    private static RequestSpecification asAdmin(UUID id) {
        return RestAssured.given().header("Authorization", "Bearer " + Tokens.admin(id));
    }

    private static String edge(UUID one, UUID other, String type) {
        List<String> ends = List.of(one.toString(), other.toString());
        return type + (type.equals("FRIEND") ? ends.stream().sorted().toList() : ends);
    }

    private static Set<String> edges(List<Map<String, String>> edges) {
        return edges.stream()
                .map(edge -> edge(UUID.fromString(edge.get("from")), UUID.fromString(edge.get("to")), edge.get("type")))
                .collect(Collectors.toSet());
    }
}
