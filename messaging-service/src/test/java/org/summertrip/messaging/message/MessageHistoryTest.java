package org.summertrip.messaging.message;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.messaging.World;

@QuarkusTest
class MessageHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    World world;

    @Inject
    Publishing publishing;

    private UUID ana;
    private UUID group;

    @BeforeEach
    void aTripOfOne() {
        ana = world.id();
        group = world.group(ana);
    }

    @Test
    void isEmptyAtFirst() {
        as(ana).get("/messages/" + group)
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue())
                .body("prev", nullValue());
    }

    @Test
    void leafsToTheBeginningAndBackWithoutGapOrRepetition() {
        List<String> said = IntStream.range(0, 7)
                .mapToObj(i -> say(ana, group, "message " + i).toString())
                .toList();

        List<String> newestFirst = new ArrayList<>(said);
        java.util.Collections.reverse(newestFirst);
        JsonPath page = page("limit=3");
        List<String> down = new ArrayList<>(page.getList("items.id"));
        while (page.getString("next") != null) {
            page = page("limit=3&before=" + page.getString("next"));
            down.addAll(page.getList("items.id"));
        }
        assertEquals(newestFirst, down);

        List<String> up = new ArrayList<>(page.getList("items.id"));
        while (!(page = page("limit=3&after=" + page.getString("prev")))
                .getList("items")
                .isEmpty()) {
            up.addAll(0, page.getList("items.id"));
        }
        assertEquals(newestFirst, up);
    }

    @Test
    void showsWhatCameSinceTheLastLook() {
        say(ana, group, "before");
        String seen = page("limit=10").getString("prev");

        JsonPath nothing = page("after=" + seen);
        String news = say(ana, group, "since").toString();
        JsonPath something = page("after=" + nothing.getString("prev"));

        assertEquals(List.of(), nothing.getList("items"));
        assertEquals(List.of(news), something.getList("items.id"));
        assertNotNull(something.getString("next"));
    }

    @Test
    void findsWhatWasSaidYearsApart() {
        List<String> ids = new ArrayList<>();
        for (int daysAgo : new int[] {2000, 1999, 1200, 400, 399, 30, 0}) {
            ids.add(0, write(Instant.now().minus(Duration.ofDays(daysAgo))).toString());
        }

        JsonPath all = page("limit=100");
        JsonPath first = page("limit=4");
        JsonPath second = page("limit=4&before=" + first.getString("next"));
        JsonPath back = page("limit=2&after=" + second.getString("prev"));

        assertEquals(ids, all.getList("items.id"));
        assertNull(all.getString("next"));
        assertEquals(ids.subList(0, 4), first.getList("items.id"));
        assertEquals(ids.subList(4, 7), second.getList("items.id"));
        assertNull(second.getString("next"));
        assertEquals(ids.subList(2, 4), back.getList("items.id"));
    }

    @Test
    void refusesCursorsOfAnotherConversationAndForgedOnes() {
        UUID other = world.group(ana);
        say(ana, other, "elsewhere");
        String foreign = as(ana).get("/messages/" + other).then().extract().path("prev");

        for (String cursor : List.of(foreign, foreign.substring(1), "AAAA", "%20")) {
            for (String direction : List.of("before", "after")) {
                as(ana).get("/messages/" + group + "?" + direction + "=" + cursor)
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("invalid-cursor"));
            }
        }
    }

    @Test
    void leafsInOneDirectionAtATime() {
        say(ana, group, "one");
        String cursor = page("limit=1").getString("prev");

        as(ana).get("/messages/" + group + "?before=" + cursor + "&after=" + cursor)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("before", "after")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many"})
    void refusesALimitOutOfRange(String limit) {
        as(ana).get("/messages/" + group + "?limit=" + limit)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("limit")))
                .body("violations.in", equalTo(List.of("query")));
    }

    private JsonPath page(String query) {
        return as(ana).get("/messages/" + group + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** As if it had been said then. */
    private UUID write(Instant time) {
        UUID id =
                new UUID(time.toEpochMilli() << 16 | 0x7000L, UUID.randomUUID().getLeastSignificantBits());
        Message message = Message.written(id, ana, new NewMessage(group, "then", null, null));
        publishing.send(message).await().atMost(PATIENCE);
        return id;
    }
}
