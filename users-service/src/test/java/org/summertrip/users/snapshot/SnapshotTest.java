package org.summertrip.users.snapshot;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class SnapshotTest {
    @Test
    void tellsEverythingAsTheEventsThatWouldMakeItSo() {
        Person ana = People.named("Snap", "Shot");
        Person ben = People.anybody();
        String group = ana.founds(Map.of("name", "Snapped", "visibility", "closed"));
        ben.asks().post(group + "/join").then().statusCode(202);
        List<String> lines = given().header("Authorization", "Bearer " + Tokens.service())
                .get("/internal/snapshot")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertFalse(lines.stream().anyMatch(line -> line.contains("@example.org")));
        List<String> types = lines.stream()
                .map(line -> line.replaceAll(".*\"type\":\"([a-z.]+)\".*", "$1"))
                .distinct()
                .toList();
        assertEquals(List.of("user.created", "group.created", "member.joined"), types);
        List<JsonPath> events = lines.stream()
                .filter(line -> line.contains(ana.id().toString()) || line.contains(group.substring(8)))
                .map(JsonPath::new)
                .toList();
        JsonPath user = only(events, "user.created", ana.id().toString());
        assertEquals("Snap", user.getString("data.firstName"));
        assertEquals("users-service", user.getString("source"));
        JsonPath head = only(events, "group.created", group.substring(8));
        assertEquals("closed", head.getString("data.visibility"));
        JsonPath member = only(events, "member.joined", group.substring(8));
        assertEquals(ana.id().toString(), member.getString("data.userId"));
        assertEquals("owner", member.getString("data.role"));
    }

    @Test
    void isForServicesOnly() {
        given().get("/internal/snapshot").then().statusCode(401);
        for (String token : List.of(Tokens.user(UUID.randomUUID()), Tokens.admin(UUID.randomUUID()))) {
            given().header("Authorization", "Bearer " + token)
                    .get("/internal/snapshot")
                    .then()
                    .statusCode(403);
        }
        assertTrue(!given().get("/q/openapi").asString().contains("/internal/"));
    }

    private static JsonPath only(List<JsonPath> events, String type, String subject) {
        List<JsonPath> found = events.stream()
                .filter(event -> event.getString("type").equals(type))
                .filter(event -> event.getString("subject").equals(subject))
                .toList();
        assertEquals(1, found.size(), type);
        return found.get(0);
    }
}
