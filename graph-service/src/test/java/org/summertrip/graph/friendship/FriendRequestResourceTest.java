package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.util.ArrayList;
import java.util.List;
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
    void makesFriendsAtOnceWhenItMeetsTheOthersRequest() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.ask(ana, ben);

        world.as(ben)
                .body(Map.of("userId", ana))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("user.id", equalTo(ana.toString()))
                .body("since", matchesPattern(MILLIS));

        assertEquals(1, world.friendEdges(ana, ben));
        assertEquals(0, world.requestEdges(ana, ben));
        CloudEvent event = world.awaitTold("friend.accepted", ben);
        assertEquals(ana.toString(), event.data().get("friendId").asText());
        assertEquals(ben.toString(), event.data().get("userId").asText());
        assertEquals(List.of(), world.told("friend.requested", ben));
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
    void namesEverythingThatIsWrongAtOnce() {
        UUID ana = world.person("Ana");

        world.as(ana)
                .body("{\"userId\":\"x\",\"surprise\":1}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("userId", "surprise"));
        world.as(ana)
                .get(PATH + "?direction=up&limit=0")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("direction", "limit"));
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

    @Test
    void acceptsARequestAsOftenAsOneLikes() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.ask(ana, ben);
        String accept = PATH + "/" + ana + "/accept";

        String first = world.as(ben)
                .post(accept)
                .then()
                .statusCode(200)
                .body("user.id", equalTo(ana.toString()))
                .extract()
                .asString();

        assertEquals(
                first,
                world.as(ben).post(accept).then().statusCode(200).extract().asString());
        world.as(ben).get(PATH).then().body("items", empty());
        world.as(ana).get(PATH + "?direction=out").then().body("items", empty());
        world.awaitTold("friend.accepted", ben);
        world.as(ben).delete("/friends/" + ana).then().statusCode(204);
        world.awaitTold("friend.removed", ben);
        assertEquals(1, world.told("friend.accepted", ben).size());
    }

    @Test
    void findsNothingToAcceptWhereNobodyAsked() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.ask(ana, ben);

        world.as(ana).post(PATH + "/" + ben + "/accept").then().statusCode(404);
        world.as(ana).post(PATH + "/" + ana + "/accept").then().statusCode(404);
        world.as(ana).post(PATH + "/" + UUID.randomUUID() + "/accept").then().statusCode(404);
        assertEquals(0, world.friendEdges(ana, ben));
    }

    @Test
    void declinesAndWithdrawsAsOftenAsOneLikes() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        for (List<UUID> pair : List.of(List.of(ana, ben), List.of(ben, ana))) {
            world.ask(ana, ben);

            world.as(pair.get(0)).delete(PATH + "/" + pair.get(1)).then().statusCode(204);
            world.as(pair.get(0)).delete(PATH + "/" + pair.get(1)).then().statusCode(204);

            world.as(ben).get(PATH).then().body("items", empty());
            world.as(ben).post(PATH + "/" + ana + "/accept").then().statusCode(404);
        }
        world.as(ana).delete(PATH + "/" + UUID.randomUUID()).then().statusCode(204);
    }

    @Test
    void pagesThroughRequestsNewestFirst() {
        UUID ana = world.person("Ana");
        List<UUID> others = world.people(5);
        others.forEach(other -> assertEquals(201, world.ask(other, ana)));

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var page = world.as(ana)
                    .queryParam("limit", 2)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.user.id"));
            next = page.getString("next");
        } while (next != null);

        List<String> newestFirst =
                new ArrayList<>(others.stream().map(UUID::toString).toList());
        java.util.Collections.reverse(newestFirst);
        assertEquals(newestFirst.size(), seen.size());
        assertEquals(java.util.Set.copyOf(newestFirst), java.util.Set.copyOf(seen));
        List<String> times = world.as(ana).get(PATH).jsonPath().getList("items.requestedAt");
        assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
    }

    @Test
    void refusesTheCursorOfAnotherListOrPerson() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        world.people(2).forEach(other -> world.ask(other, ana));
        String cursor = world.as(ana).get(PATH + "?limit=1").jsonPath().getString("next");

        world.as(ana).get(PATH + "?limit=1&cursor=" + cursor).then().statusCode(200);
        for (String foreign : List.of("?direction=out&cursor=" + cursor, "?cursor=" + cursor + "A", "?cursor=x")) {
            world.as(ana).get(PATH + foreign).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        }
        world.as(ben).get(PATH + "?cursor=" + cursor).then().statusCode(400);
        world.as(ana).get("/friends?cursor=" + cursor).then().statusCode(400);
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
