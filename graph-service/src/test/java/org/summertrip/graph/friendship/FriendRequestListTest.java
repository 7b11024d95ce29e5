package org.summertrip.graph.friendship;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class FriendRequestListTest {
    private static final String PATH = "/friends/requests";
    private static final String MILLIS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final World world;

    FriendRequestListTest(World world) {
        this.world = world;
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
        Collections.reverse(newestFirst);
        assertEquals(newestFirst.size(), seen.size());
        assertEquals(Set.copyOf(newestFirst), Set.copyOf(seen));
        List<String> times = world.as(ana).get(PATH).jsonPath().getList("items.requestedAt");
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
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
}
