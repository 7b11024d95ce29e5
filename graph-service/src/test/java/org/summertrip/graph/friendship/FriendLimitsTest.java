package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class FriendLimitsTest {
    private final World world;
    private final FriendLimits limits;

    FriendLimitsTest(World world, FriendLimits limits) {
        this.world = world;
        this.limits = limits;
    }

    @Test
    void stopsANewcomerWithTooManyRequestsUntilOneIsAnswered() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        List<UUID> asked = waitingRequests(ana, limits.newcomerRequests());

        world.as(ana)
                .body(Map.of("userId", ben))
                .post("/friends/requests")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-limit"));
        assertEquals(200, world.ask(ana, asked.get(0)), "a repetition asks for nothing new");
        world.as(ana).delete("/friends/requests/" + asked.get(0)).then().statusCode(204);
        assertEquals(201, world.ask(ana, ben));
    }

    @Test
    void letsEstablishedAccountsAskMore() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        waitingRequests(ana, limits.newcomerRequests());

        world.rows("MATCH (u:User {id: $id}) SET u.createdAt = datetime('2020-01-01T00:00:00Z')", "id", ana.toString());

        assertEquals(201, world.ask(ana, ben));
    }

    @Test
    void letsNobodyHaveMoreFriendsThanTheLimit() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID cleo = world.person("Cleo");
        world.ask(ben, ana);
        world.ask(ana, cleo);
        world.rows(
                "MATCH (a:User {id: $a}) UNWIND range(1, $n) AS i CREATE (a)-[:FRIEND {since: datetime()}]->(:User {id: 'x' + randomUUID()})",
                "a",
                ana.toString(),
                "n",
                limits.friends());

        world.as(ana)
                .post("/friends/requests/" + ben + "/accept")
                .then()
                .statusCode(409)
                .body("code", equalTo("friend-limit"));
        assertEquals(409, world.ask(cleo, ana), "nor by meeting a request");
        assertEquals(0, world.friendEdges(ana, ben));
        world.rows("MATCH (u:User) WHERE u.id STARTS WITH 'x' DETACH DELETE u");
        world.as(ana).post("/friends/requests/" + ben + "/accept").then().statusCode(200);
    }

    @Test
    void takesAnAccountThatIsNotKnownYetForNew() {
        Instant now = Instant.now();

        assertEquals(limits.newcomerRequests(), limits.requestsOf(null, now));
        assertEquals(limits.newcomerRequests(), limits.requestsOf(now.minus(Duration.ofHours(71)), now));
        assertEquals(limits.requests(), limits.requestsOf(now.minus(Duration.ofHours(73)), now));
    }

    private List<UUID> waitingRequests(UUID from, int count) {
        List<UUID> others = world.people(count);
        world.rows(
                "MATCH (a:User {id: $a}) UNWIND $others AS id MATCH (b:User {id: id})"
                        + " CREATE (a)-[:REQUESTED {at: datetime()}]->(b)",
                "a",
                from.toString(),
                "others",
                others.stream().map(UUID::toString).toList());
        return others;
    }
}
