package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** Who may do what with mutes and with what only the gateway and operators call. */
@QuarkusTest
class InternalAuthorizationTest {
    private static final String TABLE = """
        operation                                     | anonymous | stranger | member | admin | service
        GET    /notifications/{member}/mutes          | 401       | 404      | 200    | 404   | 404
        PUT    /notifications/{member}/mutes/{type}   | 401       | 404      | 204    | 404   | 404
        DELETE /notifications/{member}/mutes/{type}   | 401       | 404      | 204    | 404   | 404
        GET    /notifications/me/mutes                | 401       | 200      | 200    | 200   | 200
        GET    /internal/conversations/{trip}/participants     | 401 | 404   | 200    | 404   | 404
        GET    /internal/conversations/nonsense/participants   | 401 | 400   | 400    | 400   | 400
        GET    /internal/export                       | 401       | 200      | 200    | 200   | 200
        POST   /internal/replay                       | 401       | 403      | 403    | 403   | 200
        """;

    @Inject
    World world;

    @Test
    void keepsToTheTable() {
        UUID member = world.id();
        UUID trip = world.group(member);
        List<String[]> rows =
                TABLE.lines().map(line -> line.split("\\s*\\|\\s*")).toList();
        String[] callers = rows.get(0);

        List<String> wrong = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            String[] operation = row[0].split("\\s+");
            String path = operation[1]
                    .replace("{member}", member.toString())
                    .replace("{trip}", trip.toString())
                    .replace("{type}", "PLAN_READY");
            for (int column = 1; column < row.length; column++) {
                int status = caller(callers[column], member)
                        .request(operation[0], path)
                        .statusCode();
                if (status != Integer.parseInt(row[column])) {
                    wrong.add(row[0] + " by " + callers[column] + " answered " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void listsWhoTakesPartNow() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID gone = world.id();
        UUID trip = world.group(ana, ben, gone);
        world.member("member.left", trip, gone, Instant.now().plusMillis(5));
        world.settle();

        List<String> userIds = World.as(ana)
                .get("/internal/conversations/" + trip + "/participants")
                .jsonPath()
                .getList("userIds");

        assertEquals(Set.of(ana.toString(), ben.toString()), Set.copyOf(userIds));
    }

    private RequestSpecification caller(String kind, UUID member) {
        RequestSpecification request = given().contentType("application/x-ndjson");
        return switch (kind) {
            case "anonymous" -> request;
            case "stranger" -> request.auth().oauth2(Tokens.user(world.id()));
            case "member" -> request.auth().oauth2(Tokens.user(member));
            case "admin" -> request.auth().oauth2(Tokens.admin(world.id()));
            default -> request.auth().oauth2(Tokens.service());
        };
    }
}
