package org.summertrip.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** Who gets which answer where. Ana has been asked by Ben and is friends with Fay; a stranger knows nobody. */
@QuarkusTest
@GraphStores
class AuthorizationTest {
    private final World world;

    AuthorizationTest(World world) {
        this.world = world;
    }

    private record Row(String method, String path, int anonymous, int service, int stranger, int ana, int admin) {}

    @Test
    void answersEachAsTheTableSays() {
        List<Row> table = List.of(
                new Row("GET", "/friends", 401, 403, 200, 200, 200),
                new Row("GET", "/friends/requests", 401, 403, 200, 200, 200),
                new Row("POST", "/friends/requests", 401, 403, 201, 200, 201),
                new Row("POST", "/friends/requests/{ben}/accept", 401, 403, 404, 200, 404),
                new Row("DELETE", "/friends/requests/{ben}", 401, 403, 204, 204, 204),
                new Row("DELETE", "/friends/{fay}", 401, 403, 204, 204, 204),
                new Row("GET", "/blocks", 401, 403, 200, 200, 200),
                new Row("PUT", "/blocks/{ben}", 401, 403, 204, 204, 204),
                new Row("DELETE", "/blocks/{ben}", 401, 403, 204, 204, 204),
                new Row("GET", "/follows", 401, 403, 200, 200, 200),
                new Row("GET", "/followers", 401, 403, 200, 200, 200),
                new Row("PUT", "/follows/{ben}", 401, 403, 204, 204, 204),
                new Row("DELETE", "/follows/{ben}", 401, 403, 204, 204, 204));
        for (Row row : table) {
            Map<String, Integer> expected = new LinkedHashMap<>();
            expected.put("anonymous", row.anonymous());
            expected.put("service", row.service());
            expected.put("stranger", row.stranger());
            expected.put("ana", row.ana());
            expected.put("admin", row.admin());
            assertEquals(expected, answers(row), row.method() + " " + row.path());
        }
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
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID fay = world.person("Fay");
        world.befriend(ana, fay);
        world.ask(ben, ana);
        String path = row.path().replace("{ben}", ben.toString()).replace("{fay}", fay.toString());
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("anonymous", null);
        tokens.put("service", Tokens.service());
        tokens.put("stranger", Tokens.user(world.person("Stranger")));
        tokens.put("ana", Tokens.user(ana));
        tokens.put("admin", Tokens.admin(world.person("Admin")));
        Map<String, Integer> answers = new LinkedHashMap<>();
        tokens.forEach((who, token) -> answers.put(who, answer(row.method(), path, ben, token)));
        return answers;
    }

    private static int answer(String method, String path, UUID body, String token) {
        RequestSpecification request = RestAssured.given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (path.equals("/friends/requests") && method.equals("POST")) {
            request.contentType("application/json").body(Map.of("userId", body));
        }
        return request.request(method, path).statusCode();
    }
}
