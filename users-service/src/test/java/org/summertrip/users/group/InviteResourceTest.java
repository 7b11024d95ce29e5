package org.summertrip.users.group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class InviteResourceTest {
    @Inject
    RedisDataSource redis;

    @Inject
    Pool pool;

    @Test
    void letsPeopleIntoAPrivateGroup() {
        Person owner = People.anybody();
        Person guest = People.anybody();
        String group = owner.founds(Map.of("name", "Private", "visibility", "private"));
        String token = invite(owner, group, Map.of())
                .statusCode(201)
                .header("Cache-Control", containsString("no-store"))
                .body("groupId", equalTo(id(group)))
                .body("used", equalTo(0))
                .body("expiresAt", notNullValue())
                .extract()
                .path("token");
        guest.asks().get(group).then().statusCode(404);
        accept(guest, token)
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("user.id", equalTo(guest.id().toString()));
        guest.asks().get(group).then().statusCode(200).body("myRole", equalTo("member"));
        accept(guest, token).statusCode(409).body("code", equalTo("already-member"));
        accept(guest, token + "x").statusCode(404);
    }

    @Test
    void keepsADigestOfTheTokenOnly() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Secretive"));
        String token = invite(owner, group, Map.of()).extract().path("token");
        owner.asks()
                .get(group + "/invites")
                .then()
                .statusCode(200)
                .body("items[0]", not(hasKey("token")))
                .body("items[0].used", equalTo(0))
                .body(not(containsString(token)));
        var rows = pool.query("select invites::text, (select string_agg(payload, ' ') from outbox) from invites")
                .execute()
                .await()
                .indefinitely();
        rows.forEach(row -> assertFalse((row.getString(0) + row.getString(1)).contains(token)));
        CloudEvent told = new Told(redis).about(id(group), 3).get(2);
        assertEquals("invite.created", told.type());
        assertFalse(told.toString().contains(token));
    }

    @Test
    void isSpentExactlyAsOftenAsItMay() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Three", "visibility", "private"));
        String token = invite(owner, group, Map.of("maxUses", 3)).extract().path("token");
        List<Integer> statuses = People.crowd(12).parallelStream()
                .map(person -> accept(person, token).extract().statusCode())
                .toList();
        assertEquals(3, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 410).count(), statuses.toString());
        owner.asks().get(group + "/invites").then().body("items.used", contains(3));
    }

    @Test
    void isNotUsedUpByWhoCannotComeIn() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Full", "visibility", "private", "maxMembers", 1));
        String token = invite(owner, group, Map.of("maxUses", 1)).extract().path("token");
        Person guest = People.anybody();
        accept(guest, token).statusCode(409).body("code", equalTo("group-full"));
        owner.sends(Map.of("maxMembers", 2)).patch(group).then().statusCode(200);
        accept(guest, token).statusCode(201);
    }

    @Test
    void expires() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Late"));
        var invite = invite(owner, group, Map.of()).extract().jsonPath();
        pool.query("update invites set expires_at = now() - interval '1 second' where id = '" + invite.getString("id")
                        + "'")
                .execute()
                .await()
                .indefinitely();
        accept(People.anybody(), invite.getString("token")).statusCode(410).body("code", equalTo("invite-spent"));
    }

    @Test
    void opensTheDoorToOnePersonByName() {
        Person owner = People.anybody();
        Person guest = People.anybody();
        Person other = People.anybody();
        for (String visibility : List.of("private", "closed")) {
            String group = owner.founds(Map.of("name", "By name", "visibility", visibility));
            String token = invite(owner, group, Map.of("userId", guest.id()))
                    .statusCode(201)
                    .body("userId", equalTo(guest.id().toString()))
                    .body("maxUses", equalTo(1))
                    .extract()
                    .path("token");
            guest.asks().get(group).then().statusCode(200);
            accept(other, token).statusCode(404);
            guest.joins(group);
            guest.asks().delete(group + "/members/" + guest.id()).then().statusCode(204);
            accept(guest, token).statusCode(410);
        }
    }

    @Test
    void namesOnlyPeopleWhoMayCome() {
        Person owner = People.anybody();
        Person member = People.anybody();
        Person banned = People.anybody();
        String group = owner.founds(Map.of("name", "Who"));
        member.joins(group);
        owner.asks().queryParam("ban", true).delete(group + "/members/" + banned.id());
        invite(owner, group, Map.of("userId", member.id())).statusCode(409).body("code", equalTo("already-member"));
        invite(owner, group, Map.of("userId", banned.id())).statusCode(409).body("code", equalTo("member-banned"));
        invite(owner, group, Map.of("userId", UUID.randomUUID())).statusCode(404);
        String token = invite(owner, group, Map.of()).extract().path("token");
        accept(banned, token).statusCode(403).body("code", equalTo("banned"));
    }

    @Test
    void isWithdrawn() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Withdrawn"));
        var invite = invite(owner, group, Map.of()).extract().jsonPath();
        for (int repeat = 0; repeat < 2; repeat++) {
            owner.asks()
                    .delete(group + "/invites/" + invite.getString("id"))
                    .then()
                    .statusCode(204);
        }
        accept(People.anybody(), invite.getString("token")).statusCode(404);
    }

    @Test
    void validatesWhatItIsGiven() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Valid"));
        invite(owner, group, Map.of("maxUses", 0, "expiresAt", "2020-01-01T00:00:00Z", "token", "mine"))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("maxUses", "expiresAt", "token"));
    }

    private static ValidatableResponse invite(Person person, String group, Map<String, ?> body) {
        return person.sends(body).post(group + "/invites").then();
    }

    private static ValidatableResponse accept(Person person, String token) {
        return person.asks().post("/invites/" + token + "/accept").then();
    }

    private static String id(String group) {
        return group.substring(group.lastIndexOf('/') + 1);
    }
}
