package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.event.CloudEvent;

@QuarkusTest
@GraphStores
class FriendRequestResourceTest {
    private static final String PATH = "/friends/requests";
    private static final String MILLIS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final World world;

    FriendRequestResourceTest(World world) {
        this.world = world;
    }

    @Test
    void makesARequestThatBothSidesSee() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");

        world.as(ana)
                .body(Map.of("userId", ben))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("user.id", equalTo(ben.toString()))
                .body("user.firstName", equalTo("Ben"))
                .body("user", hasKey("lastName"))
                .body("user.createdAt", matchesPattern(MILLIS))
                .body("user", not(hasKey("email")))
                .body("user", not(hasKey("taken")))
                .body("direction", equalTo("out"))
                .body("requestedAt", matchesPattern(MILLIS));

        world.as(ben)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.user.id", contains(ana.toString()))
                .body("items.direction", contains("in"))
                .body("next", nullValue());
        world.as(ana).get(PATH + "?direction=in").then().body("items", empty());
        world.as(ana)
                .get(PATH + "?direction=out")
                .then()
                .body("items.user.id", contains(ben.toString()))
                .body("items.direction", contains("out"));
        CloudEvent event = world.awaitTold("friend.requested", ana);
        assertEquals(ben.toString(), event.data().get("toUserId").asText());
        assertTrue(event.data().get("at").asText().matches(MILLIS));
    }

    @Test
    void answersARepetitionWithTheSameRequest() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        String first = world.as(ana).body(Map.of("userId", ben)).post(PATH).asString();

        String second = world.as(ana)
                .body(Map.of("userId", ben))
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertEquals(first, second);
        world.ask(ben, ana);
        world.awaitTold("friend.accepted", ben);
        assertEquals(1, world.told("friend.requested", ana).size());
    }

    @Test
    void refusesOneselfAndWhatIsNoId() {
        UUID ana = world.person("Ana");
        String[] bodies = {
            "{\"userId\":\"" + ana + "\"}", "{\"userId\":\"x\"}", "{\"userId\":null}", "{}", "", "[]",
        };
        for (String body : bodies) {
            world.as(ana)
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations", notNullValue());
        }
        world.as(ana).body("{").post(PATH).then().statusCode(400).body("code", equalTo("malformed-json"));
    }

    @Test
    void refusesAFriend() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.befriend(ana, ben);

        world.as(ana)
                .body(Map.of("userId", ben))
                .post(PATH)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("already-friends"));
        assertEquals(409, world.ask(ben, ana));
    }

    @Test
    void cannotTellABlockFromAnUnknownPerson() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID eve = world.person("Eve");
        world.block(ben, ana);
        world.block(ana, eve);

        String unknown = refusal(ana, UUID.randomUUID());

        assertEquals(unknown, refusal(ana, ben));
        assertEquals(unknown, refusal(ana, eve));
        assertEquals(unknown, refusal(eve, ana));
    }

    @Test
    void knowsNobodyWhomOnlyAMembershipMentioned() {
        UUID ana = world.person("Ana");
        UUID somebody = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        world.tell(
                "member.joined",
                group,
                Map.of("groupId", group, "userId", somebody, "role", "member", "joinedAt", World.NOW.toString()));
        world.settle();

        assertEquals(404, world.ask(ana, somebody));

        world.tell("user.created", somebody, World.user(somebody, "Sue", World.NOW));
        world.awaitKnown(somebody);
        assertEquals(201, world.ask(ana, somebody));
    }

    @Test
    void letsANewcomerAskBeforeTheNewsOfTheAccountHasCome() {
        UUID ben = world.person("Ben");
        UUID newcomer = UUID.randomUUID();

        assertEquals(201, world.ask(newcomer, ben));

        world.as(ben).get(PATH).then().body("items", empty());
        world.tell("user.created", newcomer, World.user(newcomer, "New", World.NOW));
        world.awaitKnown(newcomer);
        world.as(ben).get(PATH).then().body("items.user.id", contains(newcomer.toString()));
    }

    /** The refusal without what is different in every answer. */
    private String refusal(UUID from, UUID to) {
        return world.as(from)
                .body(Map.of("userId", to))
                .post(PATH)
                .then()
                .statusCode(404)
                .extract()
                .asString()
                .replaceAll("\"traceId\":\"\\w+\"", "");
    }
}
