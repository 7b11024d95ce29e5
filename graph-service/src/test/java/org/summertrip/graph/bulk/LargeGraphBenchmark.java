package org.summertrip.graph.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.kit.testing.Tokens;

/** Prints figures of a large graph: how fast answers are, through HTTP, and how good suggestions. Every answer is checked. */
@QuarkusTest
@GraphStores
class LargeGraphBenchmark {
    private static final int PEOPLE = Integer.getInteger("benchmark.people", 100_000);
    private static final int FRIENDSHIPS = Integer.getInteger("benchmark.friendships", 2_000_000);
    private static final int CALLS = Integer.getInteger("benchmark.calls", 2_000);
    private static final int JUDGES = Integer.getInteger("benchmark.judges", 1_000);
    private static final int TOP = 10;

    private static final String BY_COMMON_FRIENDS = """
            MATCH (me:User {id: $me})-[:FRIEND]-(:User)-[:FRIEND]-(other:User)
            WHERE other <> me AND NOT EXISTS { (me)-[:FRIEND]-(other) }
            RETURN other.id AS id, count(*) AS common
            ORDER BY common DESC, id
            LIMIT 10""";
    private static final String BY_ADAMIC_ADAR = """
            MATCH (me:User {id: $me})-[:FRIEND]-(friend:User)
            WITH me, friend, COUNT { (friend)-[:FRIEND]-() } AS degree
            MATCH (friend)-[:FRIEND]-(other:User)
            WHERE other <> me AND NOT EXISTS { (me)-[:FRIEND]-(other) }
            RETURN other.id AS id, sum(1 / log(degree)) AS score
            ORDER BY score DESC, id
            LIMIT 10""";
    private static final String POPULAR = """
            MATCH (u:User)
            RETURN u.id AS id
            ORDER BY COUNT { (u)-[:FRIEND]-() } DESC
            LIMIT 4000""";

    private final World world;
    private final Driver driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);

    @TestHTTPResource
    URI root;

    LargeGraphBenchmark(World world, Driver driver) {
        this.world = world;
        this.driver = driver;
    }

    @Test
    void measures() throws IOException, InterruptedException {
        world.settle();
        SyntheticGraph graph = new SyntheticGraph(PEOPLE, FRIENDSHIPS, 2026);
        List<String> ids;
        long begun = System.nanoTime();
        try (Session session = driver.session()) {
            ids = new BulkLoad(session, graph).load();
        }
        say("loaded %,d people, %,d friendships in %.0f s", PEOPLE, graph.friendships(), seconds(begun));
        int[] degrees = IntStream.range(0, PEOPLE)
                .map(person -> graph.friendsOf(person).length)
                .sorted()
                .toArray();
        say(
                "friends: median %d, p99 %d, most %d",
                degrees[PEOPLE / 2], degrees[PEOPLE * 99 / 100], degrees[PEOPLE - 1]);
        latency("GET /graph/suggestions", ids, person -> "/graph/suggestions");
        latency("GET /graph/mutual/{id}", ids, person -> "/graph/mutual/" + ids.get(random.nextInt(PEOPLE)));
        latency("GET /graph/path/{id}", ids, person -> "/graph/path/" + ids.get(random.nextInt(PEOPLE)));
        latency("GET /friends", ids, person -> "/friends");
        boolean best = precision(graph, ids);
        analysis(ids);
        latency("GET /graph/communities", ids, person -> "/graph/communities");
        latency("GET /graph/influencers", ids, person -> "/graph/influencers");
        assertTrue(best, "suggestions are better than common friends and popularity");
    }

    private void latency(String name, List<String> ids, IntFunction<String> path)
            throws IOException, InterruptedException {
        double[] millis = new double[CALLS];
        for (int i = -CALLS / 2; i < CALLS; i++) {
            int person = random.nextInt(PEOPLE);
            HttpRequest request = request(ids.get(person), path.apply(person));
            long begun = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            double took = (System.nanoTime() - begun) / 1e6;
            assertTrue(
                    answer.statusCode() == 200 || answer.statusCode() == 404 && name.contains("path"), answer.body());
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        say(
                "%-24s %d calls one after the other, after %d to warm up: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms",
                name,
                CALLS,
                CALLS / 2,
                millis[CALLS / 2],
                millis[CALLS * 95 / 100],
                millis[CALLS * 99 / 100],
                millis[CALLS - 1]);
    }

    /** Takes a fifth of the friendships of some people away and looks who gets them back among the first ten. */
    private boolean precision(SyntheticGraph graph, List<String> ids) throws IOException, InterruptedException {
        List<Integer> judges = random.ints(0, PEOPLE)
                .filter(person -> graph.friendsOf(person).length >= TOP)
                .distinct()
                .limit(JUDGES)
                .boxed()
                .toList();
        List<String> popular = ids(world.rows(POPULAR));
        double[] hits = new double[4];
        for (int judge : judges) {
            List<Integer> friends = new ArrayList<>();
            Arrays.stream(graph.friendsOf(judge)).forEach(friends::add);
            Collections.shuffle(friends, random);
            Set<String> held = new HashSet<>();
            friends.subList(0, Math.max(2, friends.size() / 5)).forEach(friend -> held.add(ids.get(friend)));
            Set<String> kept = new HashSet<>();
            friends.forEach(friend -> kept.add(ids.get(friend)));
            kept.removeAll(held);
            String me = ids.get(judge);
            world.rows(
                    "MATCH (:User {id: $me})-[f:FRIEND]-(u:User) WHERE u.id IN $held DELETE f",
                    "me",
                    me,
                    "held",
                    List.copyOf(held));
            hits[0] += hits(held, suggested(me));
            hits[1] += hits(held, ids(world.rows(BY_COMMON_FRIENDS, "me", me)));
            hits[2] += hits(
                    held,
                    popular.stream()
                            .filter(id -> !id.equals(me) && !kept.contains(id))
                            .limit(TOP)
                            .toList());
            hits[3] += hits(held, ids(world.rows(BY_ADAMIC_ADAR, "me", me)));
            held.forEach(friend -> world.friends(UUID.fromString(me), UUID.fromString(friend)));
        }
        say(
                "precision@10 over %d people, a fifth of their friendships held out: suggestions %.4f, Adamic-Adar without groups %.4f, common friends %.4f, popularity %.4f",
                judges.size(),
                hits[0] / judges.size() / TOP,
                hits[3] / judges.size() / TOP,
                hits[1] / judges.size() / TOP,
                hits[2] / judges.size() / TOP);
        return hits[0] > hits[1] && hits[0] > hits[2];
    }

    private List<String> suggested(String me) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request(me, "/graph/suggestions?limit=" + TOP), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        JsonArray items = new JsonObject(answer.body()).getJsonArray("items");
        return items.stream()
                .map(item -> ((JsonObject) item).getJsonObject("user").getString("id"))
                .toList();
    }

    private static long hits(Set<String> held, List<String> suggested) {
        return suggested.stream().filter(held::contains).count();
    }

    private static List<String> ids(List<Record> rows) {
        return rows.stream().map(row -> row.get("id").asString()).toList();
    }

    private void analysis(List<String> ids) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        UUID admin = UUID.randomUUID();
        String run = world.asAdmin(admin)
                .body(Map.of("job", "analysis"))
                .post("/graph/jobs")
                .path("id");
        List<Double> meanwhile = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();
        String state;
        do {
            String path = "/graph/suggestions?limit=" + TOP;
            HttpRequest request = request(ids.get(random.nextInt(PEOPLE)), path);
            long call = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            meanwhile.add((System.nanoTime() - call) / 1e6);
            if (status != 200) {
                refused.add(status);
            }
            state = world.asAdmin(admin).get("/graph/jobs/" + run).path("state");
        } while (!"done".equals(state) && !"failed".equals(state));
        meanwhile.sort(null);
        say(
                "analysis %s in %.0f s: %s; %d suggestions meanwhile p50 %.1f ms, p99 %.1f ms, not 200: %s",
                state,
                seconds(begun),
                world.asAdmin(admin).get("/graph/jobs/" + run).path("figures"),
                meanwhile.size(),
                meanwhile.get(meanwhile.size() / 2),
                meanwhile.get(meanwhile.size() * 99 / 100),
                refused);
        assertEquals("done", state);
    }

    private HttpRequest request(String person, String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Authorization", "Bearer " + Tokens.user(UUID.fromString(person)))
                .build();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println("FIGURE " + String.format(Locale.ROOT, format, values));
    }
}
