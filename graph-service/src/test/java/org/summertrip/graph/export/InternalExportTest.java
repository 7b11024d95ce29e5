package org.summertrip.graph.export;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class InternalExportTest {
    private final World world;

    InternalExportTest(World world) {
        this.world = world;
    }

    @Test
    void holdsEverythingAboutTheCallerButNotWhatOthersKeep() {
        UUID ana = world.person("Ana");
        List<UUID> others = world.people(6);
        world.befriend(ana, others.get(0));
        world.ask(ana, others.get(1));
        world.ask(others.get(2), ana);
        world.block(ana, others.get(3));
        world.block(others.get(4), ana);
        world.as(ana)
                .post("/graph/suggestions/" + others.get(5) + "/dismiss")
                .then()
                .statusCode(204);
        world.as(ana).put("/follows/" + others.get(5)).then().statusCode(204);
        UUID lisbon = world.group("Lisbon", ana);

        world.as(ana)
                .get("/internal/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("profile.firstName", equalTo("Ana"))
                .body("profile", not(hasKey("taken")))
                .body("friends.userId", contains(others.get(0).toString()))
                .body("friends[0].since", equalTo(world.as(ana).get("/friends").path("items[0].since")))
                .body("requestsSent.userId", contains(others.get(1).toString()))
                .body("requestsReceived.userId", contains(others.get(2).toString()))
                .body("blocks.userId", contains(others.get(3).toString()))
                .body("dismissed.userId", contains(others.get(5).toString()))
                .body("follows.userId", contains(others.get(5).toString()))
                .body("followers", empty())
                .body("groups.groupId", containsInAnyOrder(lisbon.toString()))
                .body("groups[0].role", equalTo("member"))
                .body("findings", empty());
    }

    @Test
    void goesOnForAsLongAsThereIsMore() {
        UUID idol = world.person("Idol");
        int many = 2 * ExportGraph.PAGE + 7;
        world.rows(
                "MATCH (i:User {id: $id}) UNWIND range(1, $many) AS n"
                        + " CREATE (i)<-[:FOLLOWS {since: datetime()}]-(:User {id: 'fan' + randomUUID()})",
                "id",
                idol.toString(),
                "many",
                many);

        List<String> followers = world.as(idol).get("/internal/export").path("followers.userId");

        assertEquals(many, new HashSet<>(followers).size());
        assertEquals(many, followers.size());
        world.rows("MATCH (u:User) WHERE u.id STARTS WITH 'fan' DETACH DELETE u");
    }

    @Test
    void isWholeForSomebodyWhomTheGraphDoesNotKnow() {
        world.as(UUID.randomUUID())
                .get("/internal/export")
                .then()
                .statusCode(200)
                .body("profile.size()", equalTo(0))
                .body("groups", empty());
    }

    @Test
    void namesTheAudienceOfOnesPresence() {
        UUID ana = world.person("Ana");
        List<UUID> others = world.people(2);
        others.forEach(other -> world.friends(ana, other));
        UUID lisbon = world.group("Lisbon", ana);

        world.as(ana)
                .get("/internal/audience")
                .then()
                .statusCode(200)
                .body(
                        "friendIds",
                        containsInAnyOrder(
                                others.get(0).toString(), others.get(1).toString()))
                .body("groupIds", contains(lisbon.toString()));
        world.as(UUID.randomUUID())
                .get("/internal/audience")
                .then()
                .statusCode(200)
                .body("friendIds", empty());
    }
}
