package org.summertrip.users.group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.testing.EventStreams;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class GroupResourceTest {
    @Inject
    RedisDataSource redis;

    @Test
    void makesTheFounderItsOwner() {
        Person ana = People.anybody();
        Map<String, Object> body = new HashMap<>(Map.of("name", "Lisbon in September", "destination", "Lisbon"));
        body.putAll(Map.of("startsOn", "2027-09-03", "endsOn", "2027-09-10", "timeZone", "Europe/Lisbon"));
        String id = ana.sends(body)
                .post("/groups")
                .then()
                .statusCode(201)
                .header("Location", containsString("/groups/"))
                .header("ETag", notNullValue())
                .body("visibility", equalTo("open"))
                .body("memberCount", equalTo(1))
                .body("myRole", equalTo("owner"))
                .body("createdBy", equalTo(ana.id().toString()))
                .body("startsOn", equalTo("2027-09-03"))
                .extract()
                .path("id");
        ana.asks().get("/groups/" + id).then().statusCode(200).body("timeZone", equalTo("Europe/Lisbon"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Person ana = People.anybody();
        ana.sends(Map.of(
                        "name", " ",
                        "startsOn", "2027-09-10",
                        "endsOn", "2027-09-03",
                        "timeZone", "Mars/Olympus",
                        "visibility", "secret",
                        "maxMembers", 0,
                        "users", List.of(Map.of("id", 1))))
                .post("/groups")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder("name", "endsOn", "timeZone", "visibility", "maxMembers", "users"));
        ana.asks().queryParam("mine", true).get("/groups").then().body("items", hasSize(0));
    }

    @Test
    void joinsOnlyOnce() {
        Person owner = People.anybody();
        Person ben = People.anybody();
        String id = found(owner, Map.of("name", "Open trip"));
        ben.asks()
                .post("/groups/" + id + "/join")
                .then()
                .statusCode(201)
                .body("role", equalTo("member"))
                .body("state", equalTo("active"))
                .body("user.id", equalTo(ben.id().toString()));
        ben.asks().post("/groups/" + id + "/join").then().statusCode(409).body("code", equalTo("already-member"));
        owner.asks().get("/groups/" + id).then().body("memberCount", equalTo(2));
    }

    @Test
    void asksToJoinAClosedGroup() {
        Person owner = People.anybody();
        Person ben = People.anybody();
        String id = found(owner, Map.of("name", "Closed trip", "visibility", "closed"));
        for (int repeat = 0; repeat < 2; repeat++) {
            ben.asks().post("/groups/" + id + "/join").then().statusCode(202).body("state", equalTo("requested"));
        }
        ben.asks()
                .get("/groups/" + id)
                .then()
                .statusCode(200)
                .body("myRole", nullValue())
                .body("memberCount", equalTo(1));
        ben.asks().get("/groups/" + id + "/members").then().statusCode(403).body("code", equalTo("members-only"));
    }

    @Test
    void showsEachKindOfGroupToWhomItMay() {
        Person owner = People.anybody();
        Person stranger = People.anybody();
        record Row(String visibility, int head, int members, int join) {}
        List<Row> table = List.of(
                new Row("open", 200, 200, 201), new Row("closed", 200, 403, 202), new Row("private", 404, 404, 404));
        for (Row row : table) {
            String path = "/groups/" + found(owner, Map.of("name", "T", "visibility", row.visibility()));
            io.restassured.RestAssured.given().get(path).then().statusCode(401);
            io.restassured.RestAssured.given().get(path + "/members").then().statusCode(401);
            io.restassured.RestAssured.given().post(path + "/join").then().statusCode(401);
            stranger.asks().get(path).then().statusCode(row.head());
            stranger.asks().get(path + "/members").then().statusCode(row.members());
            stranger.asks().post(path + "/join").then().statusCode(row.join());
            owner.asks().get(path).then().statusCode(200).body("myRole", equalTo("owner"));
            owner.asks().get(path + "/members").then().statusCode(200);
        }
        stranger.asks().get("/groups/" + UUID.randomUUID()).then().statusCode(404);
        stranger.asks().get("/groups/nonsense").then().statusCode(400);
    }

    @Test
    void listsOpenGroupsAndOnesOwn() {
        Person owner = People.anybody();
        Person stranger = People.anybody();
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        String open = found(owner, Map.of("name", "Épic " + mark));
        String closed = found(owner, Map.of("name", "Closed " + mark, "visibility", "closed"));
        String hidden = found(owner, Map.of("name", "Hidden " + mark, "visibility", "private"));
        owner.asks().queryParam("q", mark).get("/groups").then().body("items.id", contains(hidden, closed, open));
        stranger.asks().queryParam("q", mark).get("/groups").then().body("items.id", contains(open));
        stranger.asks().queryParam("q", "epic " + mark).get("/groups").then().body("items.id", contains(open));
        stranger.asks().queryParam("mine", true).get("/groups").then().body("items", hasSize(0));
        owner.asks()
                .queryParam("mine", true)
                .get("/groups")
                .then()
                .body("items.id", containsInAnyOrder(open, closed, hidden))
                .body("items.myRole", not(hasItem(nullValue())));
        owner.asks().queryParam("mine", "perhaps").get("/groups").then().statusCode(400);
    }

    @Test
    void pagesThroughMembersInTheOrderOfJoining() {
        Person owner = People.anybody();
        String id = found(owner, Map.of("name", "Long table"));
        List<String> expected = new ArrayList<>(List.of(owner.id().toString()));
        for (int i = 0; i < 5; i++) {
            Person person = People.anybody();
            person.asks().post("/groups/" + id + "/join").then().statusCode(201);
            expected.add(person.id().toString());
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = owner.asks().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/groups/" + id + "/members")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.userId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(expected, seen);
    }

    @Test
    void createsOneGroupForARepeatedAttempt() {
        Person ana = People.anybody();
        String key = "again " + UUID.randomUUID();
        String first = create(ana, key, "Once").statusCode(201).extract().path("id");
        create(ana, key, "Once")
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first));
        create(ana, key, "Twice").statusCode(422).body("code", equalTo("idempotency-key-reused"));
        create(People.anybody(), key, "Once").statusCode(201).body("id", not(equalTo(first)));
        ana.asks().queryParam("mine", true).get("/groups").then().body("items", hasSize(1));
    }

    @Test
    void tellsTheOtherServicesInOrder() {
        Person owner = People.anybody();
        Person ben = People.anybody();
        String id = found(owner, Map.of("name", "Told"));
        ben.asks().post("/groups/" + id + "/join").then().statusCode(201);
        EventStreams streams = new EventStreams(redis);
        List<CloudEvent> told = Awaitility.await()
                .until(
                        () -> streams.read("events.users").stream()
                                .filter(event -> event.subject().equals(id))
                                .toList(),
                        events -> events.size() == 3);
        assertEquals(
                List.of("group.created", "member.joined", "member.joined"),
                told.stream().map(CloudEvent::type).toList());
        assertEquals("owner", told.get(1).data().get("role").asText());
        assertEquals(ben.id().toString(), told.get(2).data().get("userId").asText());
    }

    private static io.restassured.response.ValidatableResponse create(Person person, String key, String name) {
        return person.sends(Map.of("name", name))
                .header("Idempotency-Key", key)
                .post("/groups")
                .then();
    }

    private static String found(Person owner, Map<String, Object> body) {
        return owner.sends(body)
                .post("/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
