package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.event.CloudEvent;

@QuarkusTest
@GraphStores
class FriendAnswerTest {
    private static final String PATH = "/friends/requests";
    private static final String MILLIS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final World world;

    FriendAnswerTest(World world) {
        this.world = world;
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
}
