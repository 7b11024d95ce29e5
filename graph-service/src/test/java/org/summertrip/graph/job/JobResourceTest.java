package org.summertrip.graph.job;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;

@QuarkusTest
@GraphStores
class JobResourceTest {
    private final World world;

    JobResourceTest(World world) {
        this.world = world;
    }

    @Test
    void findsCommunitiesAndInfluence() {
        List<UUID> crowd = circle(12);
        List<UUID> club = circle(5);
        world.friends(crowd.get(0), club.get(0));
        world.as(club.get(1)).put("/follows/" + club.get(2)).then().statusCode(204);

        world.run("analysis");

        var mine = world.as(club.get(0))
                .get("/graph/communities?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(5, mine.getInt("items.find { it.mine }.size"));
        assertEquals(
                club.stream().map(UUID::toString).sorted().toList(),
                mine.<String>getList("items.find { it.mine }.members.id").stream()
                        .sorted()
                        .toList());
        String id = mine.getString("items.find { it.mine }.id");
        List<Float> scores = world.as(club.get(0))
                .get("/graph/influencers?limit=100")
                .then()
                .statusCode(200)
                .body("items[0].computedAt", notNullValue())
                .extract()
                .path("items.score");
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);

        world.run("analysis");
        assertEquals(
                id,
                world.as(club.get(3)).get("/graph/communities?limit=100").path("items.find { it.mine }.id"),
                "a community keeps its name");
    }

    @Test
    void showsNobodyWhomABlockHides() {
        List<UUID> club = circle(6);
        world.block(club.get(5), club.get(0));
        world.run("analysis");

        var seen = world.as(club.get(0)).get("/graph/communities?limit=100").jsonPath();

        assertEquals(5, seen.getInt("items.find { it.mine }.size"));
        assertTrue(
                !seen.getList("items.members.id.flatten()").contains(club.get(5).toString()));
        assertEquals(6, (int)
                world.as(club.get(1)).get("/graph/communities?limit=100").path("items.find { it.mine }.size"));
        assertTrue(!everyInfluencer(club.get(0)).contains(club.get(5).toString()));
        assertTrue(everyInfluencer(club.get(1)).contains(club.get(5).toString()));
    }

    @Test
    void runsOnceHoweverManyAskAtOnce() {
        UUID admin = world.person("Admin");
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> world.asAdmin(admin)
                    .body(Map.of("job", "anomalies"))
                    .post("/graph/jobs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id")));
        }
        List<String> runs =
                answers.stream().map(CompletableFuture::join).distinct().toList();

        runs.forEach(run -> world.awaitRun(admin, run));
        assertTrue(runs.size() < 8, "some were answered with a run that went on: " + runs);
        world.asAdmin(admin)
                .get("/graph/jobs/" + runs.get(0))
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("job", equalTo("anomalies"))
                .body("figures.findings", notNullValue())
                .header("ETag", notNullValue());
        world.asAdmin(admin).get("/graph/jobs?limit=1").then().body("items.size()", equalTo(1));
    }

    @Test
    void refusesWhatIsNoJob() {
        UUID admin = world.person("Admin");

        for (String body : List.of("{}", "{\"job\":\"x\"}", "{\"job\":null}")) {
            world.asAdmin(admin).body(body).post("/graph/jobs").then().statusCode(400);
        }
        world.asAdmin(admin).get("/graph/jobs/x").then().statusCode(400);
        world.asAdmin(admin).get("/graph/jobs/" + UUID.randomUUID()).then().statusCode(404);
    }

    private List<String> everyInfluencer(UUID as) {
        return world.everything(as, "/graph/influencers", "items.user.id");
    }

    private List<UUID> circle(int size) {
        List<UUID> people = world.people(size);
        for (int one = 0; one < size; one++) {
            for (int other = one + 1; other < size; other++) {
                world.friends(people.get(one), people.get(other));
            }
        }
        return people;
    }
}
