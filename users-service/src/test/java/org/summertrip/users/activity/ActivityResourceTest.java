package org.summertrip.users.activity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class ActivityResourceTest {
    @Inject
    RedisDataSource redis;

    @Test
    void proposesForAllToSee() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Active"));
        Person member = People.anybody().joins(group);
        Map<String, Object> body =
                new HashMap<>(Map.of("type", "museum", "title", " Gulbenkian ", "location", "Berna"));
        body.putAll(Map.of("latitude", 38.7372, "longitude", -9.1546, "durationMinutes", 150));
        body.put("scheduledAt", "2027-09-03T10:00:00.123456+01:00");
        String id = member.sends(body)
                .post(group + "/activities")
                .then()
                .statusCode(201)
                .header("Location", containsString("/activities/"))
                .header("ETag", notNullValue())
                .body("title", equalTo("Gulbenkian"))
                .body("proposedBy", equalTo(member.id().toString()))
                .body("scheduledAt", equalTo("2027-09-03T09:00:00.123Z"))
                .body("status", equalTo("planned"))
                .body("likes", equalTo(0))
                .body("myVote", nullValue())
                .extract()
                .path("id");
        owner.asks().get("/activities/" + id).then().statusCode(200).body("latitude", equalTo(38.7372f));
        owner.asks().get(group + "/activities").then().statusCode(200).body("items.id", contains(id));
        CloudEvent told = new Told(redis).about(id, 1).get(0);
        assertEquals("activity.proposed", told.type());
        assertEquals(member.id().toString(), told.data().get("proposedBy").asText());
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Strict"));
        owner.sends(Map.of(
                        "type",
                        "",
                        "latitude",
                        91,
                        "durationMinutes",
                        0,
                        "scheduledAt",
                        "tomorrow",
                        "status",
                        "maybe",
                        "likes",
                        1000))
                .post(group + "/activities")
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "type",
                                "title",
                                "latitude",
                                "latitude",
                                "durationMinutes",
                                "scheduledAt",
                                "status",
                                "likes"));
    }

    @Test
    void countsOneVotePerMemberHoweverOftenTheyVoteAtOnce() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Voters"));
        String activity = proposes(owner, group, Map.of());
        List<Person> members = People.crowd(4);
        members.forEach(member -> member.joins(group));
        List<Integer> statuses = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> vote(members.get(i % 4), activity, "like"))
                .distinct()
                .toList();
        assertEquals(List.of(204), statuses);
        vote(members.get(0), activity, "dislike");
        members.get(0)
                .asks()
                .get(activity)
                .then()
                .body("likes", equalTo(3))
                .body("dislikes", equalTo(1))
                .body("myVote", equalTo("dislike"));
        owner.asks()
                .get(group + "/activities")
                .then()
                .body("items[0].likes", equalTo(3))
                .body("items[0].myVote", nullValue());
        assertEquals(6, new Told(redis).about(activity.substring(12), 6).size());
        owner.sends(Map.of("value", "maybe")).put(activity + "/vote").then().statusCode(400);
    }

    @Test
    void isChangedByItsProposerAndByAdmins() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Changing"));
        Person proposer = People.anybody().joins(group);
        Person other = People.anybody().joins(group);
        String activity = proposes(proposer, group, Map.of("scheduledAt", "2027-09-03T10:00:00Z"));
        vote(other, activity, "like");
        other.sends(Map.of("title", "Mine"))
                .patch(activity)
                .then()
                .statusCode(403)
                .body("code", equalTo("proposers-only"));
        String etag = proposer.sends("{\"title\":\"Better\",\"scheduledAt\":null,\"status\":\"ongoing\"}")
                .patch(activity)
                .then()
                .statusCode(200)
                .body("title", equalTo("Better"))
                .body("scheduledAt", nullValue())
                .body("status", equalTo("ongoing"))
                .body("likes", equalTo(1))
                .extract()
                .header("ETag");
        owner.sends(Map.of("durationMinutes", 30)).patch(activity).then().statusCode(200);
        proposer.sends(Map.of("title", "Lost"))
                .header("If-Match", etag)
                .patch(activity)
                .then()
                .statusCode(412);
        proposer.sends("{\"latitude\":1}")
                .patch(activity)
                .then()
                .statusCode(400)
                .body("violations.field", contains("latitude"));
        proposer.sends("{\"title\":null,\"groupId\":null}")
                .patch(activity)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("title", "groupId"));
        assertEquals(
                List.of("activity.proposed", "activity.voted", "activity.updated", "activity.updated"),
                new Told(redis).types(activity.substring(12), 4));
    }

    @Test
    void isDroppedOnceAndByTheSamePersonOnceMore() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Dropping"));
        Person proposer = People.anybody().joins(group);
        Person other = People.anybody().joins(group);
        String activity = proposes(proposer, group, Map.of());
        vote(other, activity, "like");
        other.asks().delete(activity).then().statusCode(403);
        People.anybody().asks().delete(activity).then().statusCode(404);
        proposer.asks().header("If-Match", "\"old\"").delete(activity).then().statusCode(412);
        proposer.asks().delete(activity).then().statusCode(204);
        proposer.asks().delete(activity).then().statusCode(204);
        other.asks().delete(activity).then().statusCode(404);
        other.asks().get(activity).then().statusCode(404);
        other.sends(Map.of("value", "like")).put(activity + "/vote").then().statusCode(404);
        other.sends(Map.of("title", "x")).patch(activity).then().statusCode(404);
        owner.asks().get(group + "/activities").then().body("items", hasSize(0));
    }

    @Test
    void isSeenByThoseWhoMaySeeTheInsideOfItsGroup() {
        Person owner = People.anybody();
        Person stranger = People.anybody();
        record Row(String visibility, int read, int write, int drop) {}
        for (Row row : List.of(
                new Row("open", 200, 403, 404), new Row("closed", 403, 403, 404), new Row("private", 404, 404, 404))) {
            String group = owner.founds(Map.of("name", "V", "visibility", row.visibility()));
            String activity = proposes(owner, group, Map.of());
            stranger.asks().get(activity).then().statusCode(row.read());
            stranger.asks().get(group + "/activities").then().statusCode(row.read());
            stranger.sends(Map.of("type", "a", "title", "b"))
                    .post(group + "/activities")
                    .then()
                    .statusCode(row.write());
            stranger.sends(Map.of("title", "b")).patch(activity).then().statusCode(row.write());
            stranger.sends(Map.of("value", "like"))
                    .put(activity + "/vote")
                    .then()
                    .statusCode(row.write());
            stranger.asks().delete(activity).then().statusCode(row.drop());
        }
        stranger.asks().get("/activities/" + UUID.randomUUID()).then().statusCode(404);
        stranger.asks().get("/activities/nonsense").then().statusCode(400);
    }

    @Test
    void proposesOnceForARepeatedAttempt() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Twice"));
        for (int repeat = 0; repeat < 2; repeat++) {
            owner.sends(Map.of("type", "a", "title", "b"))
                    .header("Idempotency-Key", "one")
                    .post(group + "/activities")
                    .then()
                    .statusCode(201);
        }
        owner.asks().get(group + "/activities").then().body("items", hasSize(1));
        String other = owner.founds(Map.of("name", "Elsewhere"));
        owner.sends(Map.of("type", "a", "title", "b"))
                .header("Idempotency-Key", "one")
                .post(other + "/activities")
                .then()
                .statusCode(201)
                .body("groupId", equalTo(other.substring(8)));
    }

    private static String proposes(Person person, String group, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("type", "hiking", "title", "Sintra"));
        body.putAll(more);
        return "/activities/"
                + person.sends(body)
                        .post(group + "/activities")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    private static int vote(Person person, String activity, String value) {
        return person.sends(Map.of("value", value)).put(activity + "/vote").statusCode();
    }
}
