package org.summertrip.graph.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

/**
 * Whoever is blocked sees of the one who blocked what there is to see of somebody who does not exist any more: two worlds that
 * are alike, in one Ana blocks Ben, in the other Ana is erased; then Ben looks everywhere and tries everything.
 */
@QuarkusTest
@GraphStores
class BlockInvisibilityTest {
    private record Probe(String method, String path) {}

    private static final List<Probe> PROBES = List.of(
            new Probe("GET", "/friends"),
            new Probe("GET", "/friends/requests?direction=in"),
            new Probe("GET", "/friends/requests?direction=out"),
            new Probe("GET", "/follows"),
            new Probe("GET", "/followers"),
            new Probe("GET", "/blocks"),
            new Probe("GET", "/graph/suggestions"),
            new Probe("GET", "/graph/communities?limit=100"),
            new Probe("GET", "/graph/relationships"),
            new Probe("GET", "/graph/relationships?userId={ana}"),
            new Probe("GET", "/graph/mutual/{ana}"),
            new Probe("GET", "/graph/mutual/{cleo}"),
            new Probe("GET", "/graph/path/{ana}"),
            new Probe("GET", "/graph/path/{cleo}"),
            new Probe("GET", "/graph/path/{dora}"),
            new Probe("GET", "/internal/audience"),
            new Probe("GET", "/internal/export"),
            new Probe("POST", "/friends/requests"),
            new Probe("POST", "/friends/requests/{ana}/accept"),
            new Probe("POST", "/graph/suggestions/{ana}/dismiss"),
            new Probe("PUT", "/follows/{ana}"),
            new Probe("DELETE", "/follows/{ana}"),
            new Probe("DELETE", "/friends/requests/{ana}"),
            new Probe("DELETE", "/friends/{ana}"),
            new Probe("DELETE", "/blocks/{ana}"));

    private final World world;

    BlockInvisibilityTest(World world) {
        this.world = world;
    }

    @Test
    void cannotBeToldFromAbsence() {
        Map<String, UUID> blocking = people();
        Map<String, UUID> absent = people();
        world.block(blocking.get("ana"), blocking.get("ben"));
        world.tell("user.erased", absent.get("ana"), Map.of("id", absent.get("ana")));
        world.settle();
        world.run("analysis");

        for (Probe probe : PROBES) {
            String seen = look(probe, blocking);
            assertEquals(look(probe, absent), seen, probe.toString());
            assertFalse(seen.contains("ANA"), () -> probe + " shows whom it must not: " + seen);
        }
        assertFalse(world.everything(blocking.get("ben"), "/graph/influencers", "items.user.id")
                .contains(blocking.get("ana").toString()));
    }

    /** Ana and Ben are friends and follow each other, Cleo is a friend of both, Dora one of Ana's only; all but Dora share a group. */
    private Map<String, UUID> people() {
        List<UUID> ids = world.people(4).stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        Map<String, UUID> people = new LinkedHashMap<>();
        people.put("ana", ids.get(0));
        people.put("ben", ids.get(1));
        people.put("cleo", ids.get(2));
        people.put("dora", ids.get(3));
        world.friends(ids.get(0), ids.get(1));
        world.friends(ids.get(0), ids.get(2));
        world.friends(ids.get(1), ids.get(2));
        world.friends(ids.get(0), ids.get(3));
        world.as(ids.get(0)).put("/follows/" + ids.get(1)).then().statusCode(204);
        world.as(ids.get(1)).put("/follows/" + ids.get(0)).then().statusCode(204);
        people.put("group", world.group("Lisbon", ids.get(0), ids.get(1), ids.get(2)));
        return people;
    }

    private String look(Probe probe, Map<String, UUID> people) {
        String path = probe.path();
        for (Map.Entry<String, UUID> person : people.entrySet()) {
            path = path.replace("{" + person.getKey() + "}", person.getValue().toString());
        }
        RequestSpecification request = world.as(people.get("ben"));
        if (probe.path().equals("/friends/requests") && probe.method().equals("POST")) {
            request.body(Map.of("userId", people.get("ana")));
        }
        var answer = request.request(probe.method(), path);
        return answer.statusCode() + " " + comparable(probe, answer.asString(), people);
    }

    /** Without what differs between any two answers and worlds: ids, times, and numbers that the number of all others sways. */
    private static String comparable(Probe probe, String body, Map<String, UUID> people) {
        String text = body;
        for (Map.Entry<String, UUID> person : people.entrySet()) {
            text = text.replace(person.getValue().toString(), person.getKey().toUpperCase(Locale.ROOT));
        }
        if (probe.path().startsWith("/graph/communities")) {
            // Who else belongs together may differ between the worlds; whom it shows may not.
            return text.contains("ANA") ? "ANA" : "nobody";
        }
        String stable = text.replaceAll("\"traceId\":\"\\w+\"", "")
                .replaceAll("\"instance\":\"[^\"]*\"", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*Z", "TIME")
                .replaceAll("\"(score|influence|community)\":[^,}]+,?", "");
        // ids are random, and so is what is ordered by them
        return Arrays.stream(stable.split("[\\[\\]{}]")).sorted().toList().toString();
    }
}
