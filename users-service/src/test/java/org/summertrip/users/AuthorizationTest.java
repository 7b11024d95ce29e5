package org.summertrip.users;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.People.Person;
import org.yaml.snakeyaml.Yaml;

/**
 * Who may do what, as one table: for each endpoint and each kind of group, what everybody is answered. A row is anonymous,
 * stranger, banned, member, admin, owner of the group, and somebody with the product's role admin, who is a stranger to it.
 */
@QuarkusTest
@OnStores
class AuthorizationTest {
    private static final List<String> ROLES =
            List.of("anonymous", "stranger", "banned", "member", "admin", "owner", "product admin");

    private static final String MEMBER = "{\"role\":\"member\"}";
    private static final String ACTIVITY = "{\"type\":\"a\",\"title\":\"b\"}";
    private static final String DAYS = "{\"from\":\"2027-09-03\",\"to\":\"2027-09-04\"}";

    /** Method, path, body; {g} group, {a} activity of the member, {m} another member, {x} an id of nobody. */
    private record Row(String method, String path, String body, String open, String closed, String hidden) {}

    private static final List<Row> GROUP_ROWS = List.of(
            row(
                    "GET",
                    "/groups/{g}",
                    null,
                    "401 200 200 200 200 200 200",
                    "401 200 200 200 200 200 200",
                    "401 404 404 200 200 200 404"),
            row(
                    "PATCH",
                    "/groups/{g}",
                    "{}",
                    "401 403 403 403 200 200 403",
                    "401 403 403 403 200 200 403",
                    "401 404 404 403 200 200 404"),
            row(
                    "DELETE",
                    "/groups/{g}",
                    null,
                    "401 404 404 403 403 204 404",
                    "401 404 404 403 403 204 404",
                    "401 404 404 403 403 204 404"),
            row(
                    "GET",
                    "/groups/{g}/members",
                    null,
                    "401 200 200 200 200 200 200",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"),
            row(
                    "GET",
                    "/groups/{g}/requests",
                    null,
                    "401 403 403 403 200 200 403",
                    "401 403 403 403 200 200 403",
                    "401 404 404 403 200 200 404"),
            row(
                    "POST",
                    "/groups/{g}/join",
                    null,
                    "401 201 403 409 409 409 201",
                    "401 202 403 409 409 409 202",
                    "401 404 404 409 409 409 404"),
            row(
                    "PUT",
                    "/groups/{g}/members/{m}",
                    MEMBER,
                    "401 403 403 403 200 200 403",
                    "401 403 403 403 200 200 403",
                    "401 404 404 403 200 200 404"),
            row(
                    "DELETE",
                    "/groups/{g}/members/{m}",
                    null,
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404"),
            row(
                    "DELETE",
                    "/groups/{g}/members/{m}?ban=true",
                    null,
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404"),
            row(
                    "POST",
                    "/groups/{g}/invites",
                    "{}",
                    "401 403 403 403 201 201 403",
                    "401 403 403 403 201 201 403",
                    "401 404 404 403 201 201 404"),
            row(
                    "GET",
                    "/groups/{g}/invites",
                    null,
                    "401 403 403 403 200 200 403",
                    "401 403 403 403 200 200 403",
                    "401 404 404 403 200 200 404"),
            row(
                    "DELETE",
                    "/groups/{g}/invites/{x}",
                    null,
                    "401 403 403 403 204 204 403",
                    "401 403 403 403 204 204 403",
                    "401 404 404 403 204 204 404"),
            row(
                    "POST",
                    "/invites/{i}/accept",
                    null,
                    "401 201 403 409 409 409 201",
                    "401 201 403 409 409 409 201",
                    "401 201 403 409 409 409 201"),
            row(
                    "POST",
                    "/groups/{g}/activities",
                    ACTIVITY,
                    "401 403 403 201 201 201 403",
                    "401 403 403 201 201 201 403",
                    "401 404 404 201 201 201 404"),
            row(
                    "GET",
                    "/groups/{g}/activities",
                    null,
                    "401 200 200 200 200 200 200",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"),
            row(
                    "GET",
                    "/activities/{a}",
                    null,
                    "401 200 200 200 200 200 200",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"),
            row(
                    "PATCH",
                    "/activities/{a}",
                    "{}",
                    "401 403 403 403 200 200 403",
                    "401 403 403 403 200 200 403",
                    "401 404 404 403 200 200 404"),
            row(
                    "DELETE",
                    "/activities/{a}",
                    null,
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404",
                    "401 404 404 403 204 204 404"),
            row(
                    "PUT",
                    "/activities/{a}/vote",
                    "{\"value\":\"like\"}",
                    "401 403 403 204 204 204 403",
                    "401 403 403 204 204 204 403",
                    "401 404 404 204 204 204 404"),
            row(
                    "POST",
                    "/groups/{g}/plan",
                    DAYS,
                    "401 403 403 200 200 200 403",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"),
            row(
                    "GET",
                    "/groups/{g}/plan",
                    null,
                    "401 200 200 200 200 200 200",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"),
            row(
                    "PATCH",
                    "/groups/{g}/plan",
                    "{items}",
                    "401 403 403 200 200 200 403",
                    "401 403 403 200 200 200 403",
                    "401 404 404 200 200 200 404"));

    /** What does not hang on a group: anonymous, anybody with an account. */
    private static final Map<String, String> OTHER_ROWS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("POST /users", "400 400"),
            Map.entry("GET /users", "401 200"),
            Map.entry("GET /users/me", "401 200"),
            Map.entry("PATCH /users/me", "401 200"),
            Map.entry("GET /users/{id}", "401 404"),
            Map.entry("POST /auth/login", "400 400"),
            Map.entry("POST /auth/refresh", "400 400"),
            Map.entry("POST /auth/token", "400 400"),
            Map.entry("GET /auth/sessions", "401 200"),
            Map.entry("DELETE /auth/sessions/{id}", "401 404"),
            Map.entry("PUT /auth/password", "401 400"),
            Map.entry("GET /.well-known/jwks.json", "200 200"),
            Map.entry("GET /groups", "401 200"),
            Map.entry("POST /groups", "401 400"),
            Map.entry("GET /purchases", "401 200"),
            Map.entry("POST /purchases", "401 400"),
            Map.entry("POST /auth/logout", "401 204"),
            Map.entry("DELETE /users/me", "401 202"),
            Map.entry("GET /internal/export", "401 200"),
            Map.entry("GET /internal/snapshot", "401 403"),
            Map.entry("GET /internal/erasures/{id}", "401 403")));

    @Inject
    Pool pool;

    private List<Person> people;

    @BeforeEach
    void meet() {
        people = people == null ? People.crowd(6) : people;
    }

    @TestFactory
    List<DynamicTest> answersEverybodyInEachKindOfGroup() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : GROUP_ROWS) {
            Map.of("open", row.open(), "closed", row.closed(), "private", row.hidden())
                    .forEach((visibility, expected) -> tests.add(DynamicTest.dynamicTest(
                            row.method() + " " + row.path() + " of a group that is " + visibility,
                            () -> assertEquals(expected, answers(row, visibility)))));
        }
        return tests;
    }

    @Test
    void answersEverybodyElsewhere() {
        OTHER_ROWS.forEach((operation, expected) -> {
            String[] parts = operation.split(" ");
            String path = parts[1].replace("{id}", UUID.randomUUID().toString());
            String body = parts[0].equals("GET") || parts[0].equals("DELETE") || path.endsWith("logout") ? null : "{}";
            String seen = send(given(), parts[0], path, body) + " "
                    + send(People.anybody().asks(), parts[0], path, body);
            assertEquals(expected, seen, operation);
        });
    }

    @Test
    void leavesNoEndpointOut() {
        Set<String> covered = new TreeSet<>();
        GROUP_ROWS.forEach(row -> covered.add(shape(row.method(), row.path().replaceAll("\\?.*", ""))));
        OTHER_ROWS.keySet().forEach(row -> covered.add(shape(row.split(" ")[0], row.split(" ")[1])));
        covered.removeIf(row -> row.contains("/internal/"));
        Map<String, Map<String, Object>> paths = new Yaml()
                .<Map<String, Map<String, Map<String, Object>>>>load(
                        given().get("/q/openapi").asString())
                .get("paths");
        Set<String> offered = new TreeSet<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(method ->
                        Set.of("get", "put", "post", "delete", "patch").contains(method))
                .forEach(method -> offered.add(shape(method.toUpperCase(java.util.Locale.ROOT), path))));
        assertEquals(offered, covered);
    }

    /** Who changed something gets the next a new group, so that it changes nothing for them. */
    private String answers(Row row, String visibility) {
        List<String> answers = new ArrayList<>();
        Scene scene = new Scene(visibility);
        for (String role : ROLES) {
            String body = "{items}".equals(row.body()) ? scene.edit() : row.body();
            int status = send(scene.as(role), row.method(), scene.fill(row.path()), body);
            answers.add(String.valueOf(status));
            scene = status < 300 && !row.method().equals("GET") ? new Scene(visibility) : scene;
        }
        return String.join(" ", answers);
    }

    private static int send(RequestSpecification request, String method, String path, String body) {
        RequestSpecification whole =
                body == null ? request : request.contentType(ContentType.JSON).body(body);
        return whole.request(method, path).statusCode();
    }

    private static String shape(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Row row(String method, String path, String body, String open, String closed, String hidden) {
        return new Row(method, path, body, open, closed, hidden);
    }

    /** A group with everybody in their place. The stranger is banned when it is the turn of the banned. */
    private final class Scene {
        private final Person owner = people.get(0);
        private final Person admin = people.get(1);
        private final Person member = people.get(2);
        private final Person other = people.get(3);
        private final Person stranger = people.get(4);
        private final UUID groupId = UUID.randomUUID();
        private final UUID activityId = UUID.randomUUID();
        private final String token = "token-" + groupId;

        /** Straight into the tables, since a hundred groups are needed; how groups come about is tested elsewhere. */
        Scene(String visibility) {
            StringBuilder rows = new StringBuilder(
                    ("insert into groups values ('%s', 'Scene', ' scene', null, null, 'UTC', null, null,"
                                    + " '%s', 50, 4, '%s', now(), now(), 0);")
                            .formatted(groupId, visibility, owner.id()));
            Map.of(owner, "owner", admin, "admin", member, "member", other, "member")
                    .forEach((person, role) ->
                            rows.append("insert into memberships values ('%s', '%s', '%s', 'active', now());"
                                    .formatted(groupId, person.id(), role)));
            rows.append(
                    ("insert into activities (id, group_id, proposed_by, type, title, status, created_at, version) values"
                                    + " ('%s', '%s', '%s', 'a', 'b', 'planned', now(), 0);")
                            .formatted(activityId, groupId, other.id()));
            rows.append(
                    ("insert into invites (id, group_id, token_hash, created_by, created_at, expires_at, used) values"
                                    + " (gen_random_uuid(), '%s', encode(sha256('%s'), 'hex'), '%s', now(), now() + interval '1 day', 0)")
                            .formatted(groupId, token, owner.id()));
            pool.query(rows.toString()).execute().await().indefinitely();
        }

        String fill(String path) {
            return path.replace("{g}", groupId.toString())
                    .replace("{a}", activityId.toString())
                    .replace("{m}", other.id().toString())
                    .replace("{i}", token)
                    .replace("{x}", UUID.randomUUID().toString());
        }

        String edit() {
            return "{\"items\":[{\"activityId\":\"" + activityId
                    + "\",\"startsAt\":\"2027-09-03T10:00:00Z\",\"endsAt\":\"2027-09-03T11:00:00Z\"}]}";
        }

        RequestSpecification as(String role) {
            return switch (role) {
                case "anonymous" -> given();
                case "banned" -> {
                    owner.asks().queryParam("ban", true).delete("/groups/" + groupId + "/members/" + stranger.id());
                    yield stranger.asks();
                }
                case "member" -> member.asks();
                case "admin" -> admin.asks();
                case "owner" -> owner.asks();
                case "product admin" ->
                    given().header(
                                    "Authorization",
                                    "Bearer " + Tokens.admin(people.get(5).id()));
                default -> stranger.asks();
            };
        }
    }
}
