package org.summertrip.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/**
 * Who gets which answer where. Ana has been asked by Ben and is friends with Fay; a stranger knows nobody; Ben has blocked the
 * blocked one.
 */
@QuarkusTest
@GraphStores
class AuthorizationTest {
    private final World world;

    AuthorizationTest(World world) {
        this.world = world;
    }

    private record Row(
            String method, String path, int anonymous, int service, int stranger, int ana, int blocked, int admin) {}

    private static final List<Row> TABLE = List.of(
            new Row("GET", "/friends", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/friends/requests", 401, 403, 200, 200, 200, 200),
            new Row("POST", "/friends/requests", 401, 403, 201, 200, 404, 201),
            new Row("POST", "/friends/requests/{ben}/accept", 401, 403, 404, 200, 404, 404),
            new Row("DELETE", "/friends/requests/{ben}", 401, 403, 204, 204, 204, 204),
            new Row("DELETE", "/friends/{fay}", 401, 403, 204, 204, 204, 204),
            new Row("GET", "/blocks", 401, 403, 200, 200, 200, 200),
            new Row("PUT", "/blocks/{ben}", 401, 403, 204, 204, 204, 204),
            new Row("DELETE", "/blocks/{ben}", 401, 403, 204, 204, 204, 204),
            new Row("GET", "/follows", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/followers", 401, 403, 200, 200, 200, 200),
            new Row("PUT", "/follows/{ben}", 401, 403, 204, 204, 404, 204),
            new Row("DELETE", "/follows/{ben}", 401, 403, 204, 204, 204, 204),
            new Row("GET", "/graph/mutual/{ben}", 401, 403, 200, 200, 404, 200),
            new Row("GET", "/graph/path/{fay}", 401, 403, 404, 200, 404, 404),
            new Row("GET", "/graph/suggestions", 401, 403, 200, 200, 200, 200),
            new Row("POST", "/graph/suggestions/{ben}/dismiss", 401, 403, 204, 204, 404, 204),
            new Row("GET", "/graph/communities", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/graph/influencers", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/graph/relationships", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/graph/relationships?userId={ana}", 401, 403, 404, 200, 404, 200),
            new Row("GET", "/graph/anomalies", 401, 403, 403, 403, 403, 200),
            new Row("GET", "/graph/jobs", 401, 403, 403, 403, 403, 200),
            new Row("GET", "/graph/jobs/{ben}", 401, 403, 403, 403, 403, 404),
            new Row("POST", "/graph/jobs", 401, 403, 403, 403, 403, 202),
            new Row("GET", "/internal/audience", 401, 403, 200, 200, 200, 200),
            new Row("GET", "/internal/export", 401, 403, 200, 200, 200, 200),
            new Row("POST", "/internal/replay", 401, 200, 403, 403, 403, 403));

    @Test
    void answersEachAsTheTableSays() {
        for (Row row : TABLE) {
            Map<String, Integer> expected = new LinkedHashMap<>();
            expected.put("anonymous", row.anonymous());
            expected.put("service", row.service());
            expected.put("stranger", row.stranger());
            expected.put("ana", row.ana());
            expected.put("blocked", row.blocked());
            expected.put("admin", row.admin());
            assertEquals(expected, answers(row), row.method() + " " + row.path());
        }
    }

    @Test
    void hasARowForEveryOperation() {
        Map<String, Map<String, Object>> paths =
                RestAssured.given().accept("application/json").get("/q/openapi").path("paths");
        List<String> operations = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + shape(path.getKey())))
                .sorted()
                .toList();
        List<String> rows = TABLE.stream()
                .filter(row -> !row.path().startsWith("/internal"))
                .map(row -> row.method() + " " + shape(row.path().replaceAll("\\?.*", "")))
                .distinct()
                .sorted()
                .toList();

        assertEquals(operations, rows);
    }

    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    @Test
    void letsNobodyEndTheFriendshipOfOthers() {
        UUID ana = world.person("Ana");
        UUID fay = world.person("Fay");
        UUID eve = world.person("Eve");
        world.befriend(ana, fay);

        world.as(eve).delete("/friends/" + fay).then().statusCode(204);
        world.as(eve).delete("/friends/" + ana).then().statusCode(204);

        assertEquals(1, world.friendEdges(ana, fay));
    }

    private Map<String, Integer> answers(Row row) {
        List<UUID> people = world.people(6);
        UUID ana = people.get(0);
        UUID ben = people.get(1);
        UUID fay = people.get(2);
        world.friends(ana, fay);
        world.ask(ben, ana);
        world.block(ben, people.get(3));
        String path = row.path()
                .replace("{ana}", ana.toString())
                .replace("{ben}", ben.toString())
                .replace("{fay}", fay.toString());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("anonymous", null);
        tokens.put("service", Tokens.service());
        tokens.put("stranger", Tokens.user(people.get(4)));
        tokens.put("ana", Tokens.user(ana));
        tokens.put("blocked", Tokens.user(people.get(3)));
        tokens.put("admin", Tokens.admin(people.get(5)));
        Map<String, Integer> answers = new LinkedHashMap<>();
        tokens.forEach((who, token) -> answers.put(who, answer(row.method(), path, ben, token)));
        return answers;
    }

    private static int answer(String method, String path, UUID body, String token) {
        RequestSpecification request = RestAssured.given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            switch (path) {
                case "/friends/requests" ->
                    request.contentType("application/json").body(Map.of("userId", body));
                case "/graph/jobs" -> request.contentType("application/json").body(Map.of("job", "anomalies"));
                case "/internal/replay" -> request.contentType("application/x-ndjson");
                default -> request.contentType("application/json");
            }
        }
        return request.request(method, path).statusCode();
    }
}
