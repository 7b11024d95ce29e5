package org.summertrip.users.group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class GroupChangeTest {
    @Inject
    RedisDataSource redis;

    @Test
    void changesWhatIsSentAndClearsWhatIsNull() {
        Person owner = People.anybody();
        String group = owner.founds(
                Map.of("name", "Before", "destination", "Porto", "startsOn", "2027-09-03", "maxMembers", 7));
        owner.sends("{\"name\":\"  After \",\"destination\":null,\"visibility\":\"closed\"}")
                .patch(group)
                .then()
                .statusCode(200)
                .body("name", equalTo("After"))
                .body("destination", nullValue())
                .body("startsOn", equalTo("2027-09-03"))
                .body("visibility", equalTo("closed"))
                .body("maxMembers", equalTo(7))
                .body("memberCount", equalTo(1))
                .body("myRole", equalTo("owner"));
        owner.asks().get(group).then().body("name", equalTo("After"));
        owner.asks()
                .queryParam("mine", true)
                .queryParam("q", "after")
                .get("/groups")
                .then()
                .body("items", hasSize(1));
        List<String> told = new Told(redis).types(id(group), 3);
        assertEquals(List.of("group.created", "member.joined", "group.updated"), told);
    }

    @Test
    void refusesAnOutcomeThatNobodyCouldHaveFounded() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Trip", "startsOn", "2027-09-03"));
        owner.sends(
                        "{\"name\":null,\"endsOn\":\"2027-09-01\",\"timeZone\":\"Mars\",\"maxMembers\":\"x\",\"createdBy\":null}")
                .patch(group)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "endsOn", "timeZone", "maxMembers", "createdBy"));
        owner.sends("[]").patch(group).then().statusCode(400);
        owner.asks().contentType("text/plain").body("{}").patch(group).then().statusCode(415);
    }

    @Test
    void keepsRoomForThoseWhoAreIn() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Shrinking"));
        People.anybody().joins(group);
        owner.sends(Map.of("maxMembers", 1))
                .patch(group)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-members"));
        owner.sends(Map.of("maxMembers", 2)).patch(group).then().statusCode(200);
        People.anybody().asks().post(group + "/join").then().statusCode(409).body("code", equalTo("group-full"));
    }

    @Test
    void letsOnlyThoseChangeWhoHaveSeenThePresentState() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Tagged"));
        String first = owner.asks().get(group).then().extract().header("ETag");
        String second = owner.sends(Map.of("name", "Tagged again"))
                .header("If-Match", first)
                .patch(group)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        owner.asks().get(group).then().header("ETag", equalTo(second));
        owner.sends(Map.of("name", "Lost"))
                .header("If-Match", first)
                .patch(group)
                .then()
                .statusCode(412);
        owner.asks().header("If-Match", first).delete(group).then().statusCode(412);
        owner.asks().header("If-Match", second).delete(group).then().statusCode(204);
    }

    @Test
    void saysNothingWhenNothingChanged() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Same"));
        String before = owner.asks().get(group).then().extract().path("updatedAt");
        owner.sends(Map.of("name", "Same")).patch(group).then().statusCode(200).body("updatedAt", equalTo(before));
        owner.sends(Map.of("name", "Other"))
                .patch(group)
                .then()
                .statusCode(200)
                .body("updatedAt", not(equalTo(before)));
        assertEquals(List.of("group.created", "member.joined", "group.updated"), new Told(redis).types(id(group), 3));
    }

    @Test
    void endsAGroupOnceAndForItsOwnerOnceMore() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Over"));
        Person member = People.anybody().joins(group);
        member.asks().delete(group).then().statusCode(403).body("code", equalTo("owners-only"));
        People.anybody().asks().delete(group).then().statusCode(404);
        owner.asks().delete(group).then().statusCode(204);
        owner.asks().delete(group).then().statusCode(204);
        member.asks().delete(group).then().statusCode(404);
        owner.asks().get(group).then().statusCode(404);
        member.asks().get(group + "/members").then().statusCode(404);
        member.asks().queryParam("mine", true).get("/groups").then().body("items", hasSize(0));
        owner.asks().delete("/groups/" + UUID.randomUUID()).then().statusCode(404);
        assertEquals("group.deleted", new Told(redis).types(id(group), 4).get(3));
    }

    @Test
    void passesOnUnderAnotherOwner() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Passed on"));
        Person heir = People.anybody().joins(group);
        owner.sends(Map.of("role", "owner"))
                .put(group + "/members/" + heir.id())
                .then()
                .statusCode(200);
        owner.asks().delete(group + "/members/" + owner.id()).then().statusCode(204);
        heir.asks().get(group).then().body("myRole", equalTo("owner")).body("memberCount", equalTo(1));
        heir.asks()
                .get(group + "/members")
                .then()
                .body("items.userId", contains(heir.id().toString()));
        heir.asks().delete(group).then().statusCode(204);
    }

    private static String id(String group) {
        return group.substring(group.lastIndexOf('/') + 1);
    }
}
