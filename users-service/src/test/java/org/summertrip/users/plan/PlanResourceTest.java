package org.summertrip.users.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class PlanResourceTest {
    private static final Map<String, String> DAYS = Map.of("from", "2027-09-03", "to", "2027-09-04");

    @Inject
    RedisDataSource redis;

    private Person owner;
    private Person member;
    private String group;

    @BeforeEach
    void plansATripToLisbon() {
        owner = People.anybody();
        group = owner.founds(Map.of(
                "name", "Lisbon", "startsOn", "2027-09-03", "endsOn", "2027-09-10", "timeZone", "Europe/Lisbon"));
        member = People.anybody().joins(group);
    }

    @Test
    void plansWhatIsLikedTheMostLikedFirst() {
        String both = proposes("Loved", Map.of("durationMinutes", 120), "like", "like");
        String one = proposes("Liked", Map.of("durationMinutes", 60), "like", null);
        String concert = proposes("Concert", Map.of("scheduledAt", "2027-09-03T11:00:00Z"), "like", null);
        String night = proposes("Fado", Map.of("scheduledAt", "2027-09-03T21:30:00Z"), "like", null);
        proposes("Undecided", Map.of(), "like", "dislike");
        proposes("Nobody", Map.of(), null, null);
        plan(member, DAYS)
                .statusCode(200)
                .body("groupId", equalTo(id()))
                .body("items.activityId", contains(both, one, concert))
                .body("items.title", contains("Loved", "Liked", "Concert"))
                .body(
                        "items.startsAt",
                        contains("2027-09-03T08:00:00.000Z", "2027-09-03T10:00:00.000Z", "2027-09-03T11:00:00.000Z"))
                .body("items.endsAt[0]", equalTo("2027-09-03T10:00:00.000Z"))
                .body("items.fixed", contains(false, false, true))
                .body("unplaced.activityId", contains(night))
                .body("unplaced.reason", contains("night"));
        owner.asks()
                .get(group + "/plan")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("unplaced", hasSize(1));
        CloudEvent ready = new Told(redis)
                .about(id(), 4).stream()
                        .filter(event -> event.type().equals("plan.ready"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(member.id().toString(), ready.data().get("userId").asText());
        assertEquals(3, ready.data().get("items").asInt());
        assertEquals("activity.planned", new Told(redis).types(both, 4).get(3));
    }

    @Test
    void keepsWhatWasEditedWhenThePlanIsMadeAnew() {
        String loved = proposes("Loved", Map.of(), "like", "like");
        String liked = proposes("Liked", Map.of(), "like", null);
        plan(owner, DAYS).body("items.activityId", contains(loved, liked));
        edit(member, item(loved, "2027-09-05T14:00:00Z", "2027-09-05T16:30:00Z"))
                .statusCode(200)
                .body("items.activityId", contains(liked, loved))
                .body("items.edited", contains(false, true))
                .body("items.fixed", contains(false, true));
        plan(owner, DAYS)
                .statusCode(200)
                .body("items.activityId", contains(liked, loved))
                .body("items.startsAt", contains("2027-09-03T08:00:00.000Z", "2027-09-05T14:00:00.000Z"));
        owner.sends(Map.of("value", "dislike")).put("/activities/" + loved + "/vote");
        plan(owner, DAYS).body("items.activityId", contains(liked, loved));
        owner.sends(Map.of("status", "canceled"))
                .patch("/activities/" + loved)
                .then()
                .statusCode(200);
        owner.asks().get(group + "/plan").then().body("items.activityId", contains(liked));
        plan(owner, DAYS).body("items.activityId", contains(liked));
    }

    @Test
    void refusesEditsThatMakeNoPlan() {
        String loved = proposes("Loved", Map.of(), "like", "like");
        String liked = proposes("Liked", Map.of(), "like", null);
        plan(owner, DAYS).statusCode(200);
        edit(owner, item(liked, "2027-09-03T09:00:00Z", "2027-09-03T11:00:00Z"))
                .statusCode(409)
                .body("code", equalTo("plan-overlap"));
        edit(owner, item(liked, "2027-09-03T20:00:00Z", "2027-09-03T22:00:00Z")).statusCode(400);
        edit(owner, item(liked, "2027-09-20T10:00:00Z", "2027-09-20T12:00:00Z")).statusCode(400);
        edit(owner, item(liked, "2027-09-04T12:00:00Z", "2027-09-04T10:00:00Z")).statusCode(400);
        edit(
                        owner,
                        item(UUID.randomUUID().toString(), "2027-09-04T10:00:00Z", "2027-09-04T12:00:00Z"),
                        item(liked, "2027-09-04T10:00:00Z", "2027-09-04T12:00:00Z"),
                        item(liked, "2027-09-04T14:00:00Z", "2027-09-04T16:00:00Z"))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("items[0].activityId", "items[2].activityId"));
        owner.sends(Map.of("items", List.of(Map.of("activityId", loved))))
                .patch(group + "/plan")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("items[0].startsAt", "items[0].endsAt"));
        edit(
                        owner,
                        item(loved, "2027-09-03T10:00:00Z", "2027-09-03T12:00:00Z"),
                        item(liked, "2027-09-03T08:00:00Z", "2027-09-03T10:00:00Z"))
                .statusCode(200)
                .body("items.activityId", contains(liked, loved));
    }

    @Test
    void letsOnlyThoseEditWhoHaveSeenThePresentPlan() {
        String loved = proposes("Loved", Map.of(), "like", "like");
        String etag = plan(owner, DAYS).extract().header("ETag");
        owner.asks().get(group + "/plan").then().header("ETag", equalTo(etag));
        Map<String, String> item = item(loved, "2027-09-05T14:00:00Z", "2027-09-05T16:30:00Z");
        owner.sends(Map.of("items", List.of(item)))
                .header("If-Match", etag)
                .patch(group + "/plan")
                .then()
                .statusCode(200);
        owner.sends(Map.of("items", List.of(item)))
                .header("If-Match", etag)
                .patch(group + "/plan")
                .then()
                .statusCode(412);
    }

    @Test
    void needsToKnowTheDays() {
        String undated = owner.founds(Map.of("name", "Some day"));
        owner.sends(Map.of())
                .post(undated + "/plan")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("from", "to"));
        plan(owner, Map.of("from", "2027-09-05", "to", "2027-09-03")).statusCode(400);
        plan(owner, Map.of("from", "2027-01-01", "to", "2027-12-31")).statusCode(400);
        plan(owner, Map.of("from", "September")).statusCode(400);
        plan(owner, Map.of()).statusCode(200).body("items", hasSize(0));
    }

    @Test
    void isEmptyBeforeAnybodyMakesOneAndIsMadeByMembers() {
        Person stranger = People.anybody();
        owner.asks()
                .get(group + "/plan")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("unplaced", hasSize(0));
        stranger.asks().get(group + "/plan").then().statusCode(200);
        plan(stranger, DAYS).statusCode(403).body("code", equalTo("members-only"));
        owner.sends(Map.of("visibility", "closed")).patch(group).then().statusCode(200);
        stranger.asks().get(group + "/plan").then().statusCode(403);
        owner.sends(Map.of("visibility", "private")).patch(group).then().statusCode(200);
        stranger.asks().get(group + "/plan").then().statusCode(404);
        plan(stranger, DAYS).statusCode(404);
    }

    @Test
    void isMadeByManyAtOnceAndStaysOne() {
        proposes("Loved", Map.of(), "like", "like");
        proposes("Liked", Map.of(), "like", null);
        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> plan(i % 2 == 0 ? owner : member, DAYS).extract().statusCode())
                .distinct()
                .toList();
        assertEquals(List.of(200), statuses);
        owner.asks().get(group + "/plan").then().body("items.title", contains("Loved", "Liked"));
    }

    private String proposes(String title, Map<String, Object> more, String owners, String members) {
        Map<String, Object> body = new HashMap<>(Map.of("type", "thing", "title", title));
        body.putAll(more);
        String id = owner.sends(body)
                .post(group + "/activities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        vote(owner, id, owners);
        vote(member, id, members);
        return id;
    }

    private static void vote(Person person, String activity, String value) {
        if (value != null) {
            person.sends(Map.of("value", value))
                    .put("/activities/" + activity + "/vote")
                    .then()
                    .statusCode(204);
        }
    }

    private ValidatableResponse plan(Person person, Map<String, String> days) {
        return person.sends(days).post(group + "/plan").then();
    }

    private ValidatableResponse edit(Person person, Object... items) {
        return person.sends(Map.of("items", List.of(items)))
                .patch(group + "/plan")
                .then();
    }

    private static Map<String, String> item(String activity, String startsAt, String endsAt) {
        return Map.of("activityId", activity, "startsAt", startsAt, "endsAt", endsAt);
    }

    private String id() {
        return group.substring(8);
    }
}
