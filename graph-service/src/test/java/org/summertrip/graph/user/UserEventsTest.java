package org.summertrip.graph.user;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.event.CloudEvent;

@QuarkusTest
@GraphStores
class UserEventsTest {
    private static final Instant LATER = World.NOW.plusSeconds(60);
    private static final Instant EARLIER = World.NOW.minusSeconds(60);

    private final World world;

    UserEventsTest(World world) {
        this.world = world;
    }

    @Test
    void showsAPersonAsLastToldOf() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);

        world.tell("user.updated", ben, World.user(ben, "Benjamin", LATER));
        world.settle();

        world.as(ana).get("/friends").then().body("items.user.firstName", contains("Benjamin"));
    }

    @Test
    void keepsTheNewerWhenTheOlderComesLate() {
        UUID ana = UUID.randomUUID();
        world.tell("user.updated", ana, World.user(ana, "New", LATER));
        world.tell("user.created", ana, World.user(ana, "Old", EARLIER));
        world.settle();

        assertEquals(List.of("New"), firstNames(ana));
    }

    @Test
    void takesARepeatedEventForNothingNew() {
        UUID ana = UUID.randomUUID();
        CloudEvent created = world.tell("user.created", ana, World.user(ana, "Ana", World.NOW));
        world.tell("user.updated", ana, World.user(ana, "Anabel", LATER));
        world.repeat(created);
        world.settle();

        assertEquals(List.of("Anabel"), firstNames(ana));
    }

    @Test
    void clearsWhatWasCleared() {
        UUID ana = world.person("Ana");
        world.tell("user.updated", ana, World.user(ana, null, LATER));
        world.settle();

        UUID ben = world.person("Ben");
        world.befriend(ana, ben);
        world.as(ben).get("/friends").then().body("items[0].user.firstName", equalTo(null));
    }

    @Test
    void removesAnErasedPersonWithEveryEdgeForGood() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID cleo = world.person("Cleo");
        world.befriend(ana, ben);
        world.ask(ana, cleo);
        UUID group = UUID.randomUUID();
        Map<String, String> joining = Map.of(
                "groupId", group.toString(),
                "userId", ana.toString(),
                "role", "member",
                "joinedAt", World.NOW.toString());
        world.tell("member.joined", group, joining);

        world.tell("user.erased", ana, Map.of("id", ana));
        world.tell("user.erased", ana, Map.of("id", ana));
        world.tell("user.updated", ana, World.user(ana, "Late", LATER));
        world.tell("member.joined", group, joining);
        world.settle();

        assertEquals(List.of(), firstNames(ana));
        world.as(ben).get("/friends").then().body("items.size()", equalTo(0));
        world.as(cleo).get("/friends/requests").then().body("items.size()", equalTo(0));
        assertEquals(404, world.ask(ben, ana));
        assertEquals(401, world.ask(ana, ben));
    }

    @Test
    void givesTheSameReceiptForAnErasureHoweverOftenItIsAskedFor() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);
        world.ask(ana, world.person("Cleo"));
        world.as(ben).put("/follows/" + ana).then().statusCode(204);

        world.tell("user.erased", ana, Map.of("id", ana));
        world.tell("user.erased", ana, Map.of("id", ana));
        world.settle();
        world.awaitPublished();

        List<CloudEvent> receipts = world.told("user.erasure-completed", ana);
        assertEquals(2, receipts.size());
        assertEquals(receipts.get(0).data(), receipts.get(1).data());
        JsonNode receipt = receipts.get(0).data();
        assertEquals("graph-service", receipt.get("service").asText());
        assertEquals(ana.toString(), receipt.get("userId").asText());
        assertEquals(1, receipt.get("counts").get("profile").asInt());
        assertEquals(1, receipt.get("counts").get("friendships").asInt());
        assertEquals(1, receipt.get("counts").get("requests").asInt());
        assertEquals(1, receipt.get("counts").get("follows").asInt());
        assertEquals(0, receipt.get("counts").get("blocks").asInt());
    }

    @Test
    void turnsAwayWhatComesAfterAnErasureThatCameFirst() {
        UUID ana = UUID.randomUUID();
        world.tell("user.erased", ana, Map.of("id", ana));
        world.tell("user.created", ana, World.user(ana, "Ana", World.NOW));
        world.settle();

        assertEquals(List.of(), firstNames(ana));
    }

    @Test
    void holdsTheIdOfAnErasedPersonNowhere() {
        UUID ana = world.person("Ana");
        world.befriend(ana, world.person("Ben"));
        world.awaitTold("friend.requested", ana);
        world.tell("user.erased", ana, Map.of("id", ana));
        world.awaitTold("user.erasure-completed", ana);
        world.awaitPublished();

        for (Record row : world.rows("MATCH (n) RETURN properties(n) AS properties")) {
            assertFalse(row.get("properties").asMap().toString().contains(ana.toString()));
        }
    }

    @Test
    void buriesWhatIsNoPerson() {
        UUID id = UUID.randomUUID();
        world.tell("user.created", id, Map.of("id", id.toString(), "firstName", "Half"));
        world.settle();

        assertEquals(List.of(), firstNames(id));
        assertEquals(
                1,
                world.streams().dead(World.USERS).stream()
                        .filter(grave -> grave.get("event").contains(id.toString()))
                        .count());
    }

    private List<String> firstNames(UUID id) {
        return world.rows("MATCH (u:User {id: $id}) RETURN u.firstName AS name", "id", id.toString()).stream()
                .map(row -> row.get("name").asString())
                .toList();
    }
}
