package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** Who may do what: one row per operation, one column per kind of caller. */
@QuarkusTest
class AuthorizationTest {
    private static final String TABLE = """
            operation                                   | anonymous | stranger | member | owner | left | banned | admin | service
            GET    /messages/{group}                    | 401       | 404      | 200    | 200   | 200  | 404    | 404   | 404
            GET    /messages/{group}/{message}          | 401       | 404      | 200    | 200   | 200  | 404    | 404   | 404
            POST   /messages message                    | 401       | 404      | 201    | 201   | 404  | 404    | 404   | 404
            POST   /messages nonsense                   | 401       | 400      | 400    | 400   | 400  | 400    | 400   | 400
            PATCH  /messages/{group}/{message} content  | 401       | 404      | 200    | 403   | 404  | 404    | 404   | 404
            PUT    /messages/{group}/{message}/reactions/👍    | 401 | 404 | 204 | 204 | 404 | 404 | 404 | 404
            DELETE /messages/{group}/{message}/reactions/👍    | 401 | 404 | 204 | 204 | 404 | 404 | 404 | 404
            DELETE /messages/{group}/{message}          | 401       | 404      | 204    | 204   | 404  | 404    | 204   | 404
            DELETE /messages/{group}/{owners}           | 401       | 404      | 403    | 204   | 404  | 404    | 204   | 404
            POST   /conversations conversation          | 401       | 201      | 201    | 201   | 201  | 201    | 201   | 201
            GET    /conversations                       | 401       | 200      | 200    | 200   | 200  | 200    | 200   | 200
            GET    /conversations/{group}               | 401       | 404      | 200    | 200   | 404  | 404    | 404   | 404
            POST   /conversations/{group}/read read     | 401       | 404      | 204    | 204   | 404  | 404    | 404   | 404
            PUT    /conversations/{group}/mute          | 401       | 404      | 204    | 204   | 404  | 404    | 404   | 404
            DELETE /conversations/{group}/mute          | 401       | 404      | 204    | 204   | 404  | 404    | 404   | 404
            GET    /notifications/me                    | 401       | 200      | 200    | 200   | 200  | 200    | 200   | 200
            GET    /notifications/{member}              | 401       | 404      | 200    | 404   | 404  | 404    | 404   | 404
            POST   /notifications notification          | 401       | 403      | 403    | 403   | 403  | 403    | 201   | 201
            POST   /notifications nonsense              | 401       | 403      | 403    | 403   | 403  | 403    | 400   | 400
            PATCH  /notifications/{member}/{note} state | 401       | 404      | 200    | 404   | 404  | 404    | 404   | 404
            POST   /notifications/{member}/seen upTo    | 401       | 404      | 204    | 404   | 404  | 404    | 404   | 404
            """;

    @Inject
    World world;

    private UUID member;
    private UUID owner;
    private UUID left;
    private UUID banned;
    private UUID message;
    private UUID owners;
    private UUID group;
    private UUID other;
    private UUID note;

    @Test
    void keepsToTheTable() {
        member = world.id();
        owner = world.id();
        left = world.id();
        banned = world.id();
        group = world.group(member, owner, left, banned);
        message = say(member, group, "Hello");
        owners = say(owner, group, "Hello");
        world.member("member.role-changed", group, owner, Instant.now());
        world.member("member.left", group, left, Instant.now().plusMillis(5));
        world.member("member.banned", group, banned, Instant.now().plusMillis(5));
        world.settle();
        other = world.person();
        note = UUID.fromString(caller("service")
                .body(body("notification"))
                .post("/notifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        List<String[]> rows =
                TABLE.lines().map(line -> line.split("\\s*\\|\\s*")).toList();
        String[] callers = rows.get(0);

        List<String> wrong = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                int status = status(row[0], caller(callers[column]));
                if (status != Integer.parseInt(row[column])) {
                    wrong.add(row[0] + " by " + callers[column] + " answered " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private int status(String operation, RequestSpecification caller) {
        String[] parts = operation.split("\\s+");
        String path = parts[1].replace("{group}", group.toString())
                .replace("{member}", member.toString())
                .replace("{message}", message.toString())
                .replace("{owners}", owners.toString())
                .replace("{note}", note.toString());
        if (parts.length > 2) {
            caller.body(body(parts[2]));
        }
        return caller.request(parts[0], path).statusCode();
    }

    private String body(String name) {
        return switch (name) {
            case "message" -> "{\"conversationId\":\"%s\",\"content\":\"Hello\"}".formatted(group);
            case "conversation" -> "{\"userIds\":[\"%s\"]}".formatted(other);
            case "notification" ->
                "{\"userId\":\"%s\",\"type\":\"PLAN_READY\",\"message\":\"Ready\"}".formatted(member);
            case "content" -> "{\"content\":\"Hello again\"}";
            case "read" -> "{\"messageId\":\"%s\"}".formatted(message);
            case "state" -> "{\"state\":\"SEEN\"}";
            case "upTo" -> "{\"upTo\":\"%s\"}".formatted(note);
            default -> "{\"nonsense\":true}";
        };
    }

    private RequestSpecification caller(String kind) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return switch (kind) {
            case "anonymous" -> request;
            case "stranger" -> request.auth().oauth2(Tokens.user(world.id()));
            case "member" -> request.auth().oauth2(Tokens.user(member));
            case "owner" -> request.auth().oauth2(Tokens.user(owner));
            case "left" -> request.auth().oauth2(Tokens.user(left));
            case "banned" -> request.auth().oauth2(Tokens.user(banned));
            case "admin" -> request.auth().oauth2(Tokens.admin(world.id()));
            default -> request.auth().oauth2(Tokens.service());
        };
    }
}
