package org.summertrip.graph.anomaly;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class AnomalyResourceTest {
    private static final String PATH = "/graph/anomalies";

    private final World world;
    private final AnomalyConfig config;

    AnomalyResourceTest(World world, AnomalyConfig config) {
        this.world = world;
        this.config = config;
    }

    @Test
    void findsABurstOfRequestsAndForgetsItWithThePerson() {
        UUID spammer = world.person("Spammer");
        world.people(config.burstRequests()).forEach(other -> assertEquals(201, world.ask(spammer, other)));

        world.run("anomalies");

        String explanation = explanation("request_burst", spammer);
        assertTrue(explanation.startsWith(config.burstRequests() + " requests"), explanation);
        world.tell("user.erased", spammer, Map.of("id", spammer));
        world.settle();
        assertEquals(null, explanation("request_burst", spammer));
    }

    @Test
    void findsWhomManyDecline() {
        UUID pest = world.person("Pest");
        UUID liked = world.person("Liked");
        List<UUID> others = world.people(config.rejectAnswers());
        others.forEach(other -> {
            world.ask(pest, other);
            world.ask(liked, other);
        });
        for (UUID other : others) {
            world.as(other).delete("/friends/requests/" + pest).then().statusCode(204);
            world.as(other)
                    .post("/friends/requests/" + liked + "/accept")
                    .then()
                    .statusCode(200);
        }

        world.run("anomalies");
        world.run("anomalies");

        String explanation = explanation("high_reject_rate", pest);
        assertTrue(explanation.startsWith("10 of 10 answered requests were declined"), explanation);
        assertEquals(null, explanation("high_reject_rate", liked));
    }

    @Test
    void countsAWithdrawalForNoRejection() {
        UUID shy = world.person("Shy");
        world.people(config.rejectAnswers()).forEach(other -> {
            world.ask(shy, other);
            world.as(shy).delete("/friends/requests/" + other).then().statusCode(204);
        });

        world.run("anomalies");

        assertEquals(null, explanation("high_reject_rate", shy));
    }

    @Test
    void findsARingOfNewAccounts() {
        List<UUID> ring = world.people(5);
        for (int one = 0; one < 5; one++) {
            for (int other = one + 1; other < 5; other++) {
                world.friends(ring.get(one), ring.get(other));
            }
        }

        world.run("anomalies");

        assertTrue(explanation("new_account_ring", ring.get(0)).startsWith("5 accounts"));
        world.rows(
                "MATCH (u:User) WHERE u.id IN $ids SET u.createdAt = datetime('2020-01-01T00:00:00Z')",
                "ids",
                ring.stream().map(UUID::toString).toList());
        world.run("anomalies");
        assertEquals(null, explanation("new_account_ring", ring.get(0)));
    }

    @Test
    void isForAdminsAndKnowsItsRules() {
        UUID ana = world.person("Ana");

        world.as(ana).get(PATH).then().statusCode(403).body("code", equalTo("forbidden"));
        world.asAdmin(ana).get(PATH + "?rule=x").then().statusCode(400).body(containsString("rule"));
        world.asAdmin(ana).get(PATH + "?rule=request_burst").then().statusCode(200);
    }

    private String explanation(String rule, UUID user) {
        String next = null;
        do {
            var page = world.asAdmin(UUID.randomUUID())
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .queryParam("rule", rule)
                    .queryParam("limit", 100)
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String found = page.getString("items.find { it.users.id.contains('" + user + "') }.explanation");
            if (found != null) {
                return found;
            }
            next = page.getString("next");
        } while (next != null);
        return null;
    }
}
