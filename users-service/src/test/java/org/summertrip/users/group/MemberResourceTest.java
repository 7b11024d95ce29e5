package org.summertrip.users.group;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Told;

@QuarkusTest
@OnStores
class MemberResourceTest {
    @Inject
    RedisDataSource redis;

    @Test
    void admitsExactlyAsManyAsFitHoweverManyJoinAtOnce() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Ten places", "maxMembers", 10));
        List<Integer> statuses = People.crowd(100).parallelStream()
                .map(person -> person.asks().post(group + "/join").statusCode())
                .toList();
        assertEquals(9, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(91, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        owner.asks().get(group).then().body("memberCount", equalTo(10));
        owner.asks().queryParam("limit", 100).get(group + "/members").then().body("items", hasSize(10));
    }

    @Test
    void takesOnePersonInOnceHoweverOftenTheyAskAtOnce() {
        Person owner = People.anybody();
        Person eager = People.anybody();
        String group = owner.founds(Map.of("name", "Once"));
        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> eager.asks().post(group + "/join").statusCode())
                .sorted()
                .toList();
        assertEquals(201, statuses.get(0));
        assertEquals(11, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        owner.asks().get(group).then().body("memberCount", equalTo(2));
    }

    @Test
    void answersRequestsByTakingInOrDeclining() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Closed", "visibility", "closed", "maxMembers", 2));
        List<Person> asking = People.crowd(3);
        asking.forEach(person -> person.asks().post(group + "/join").then().statusCode(202));
        owner.asks()
                .get(group + "/requests")
                .then()
                .statusCode(200)
                .body("items.state", contains("requested", "requested", "requested"))
                .body(
                        "items.user.id",
                        contains(asking.stream().map(p -> p.id().toString()).toArray()));
        asking.get(0).asks().get(group + "/requests").then().statusCode(403);
        owner.sends(Map.of("role", "member"))
                .put(group + "/members/" + asking.get(0).id())
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        owner.asks().delete(group + "/members/" + asking.get(1).id()).then().statusCode(204);
        owner.sends(Map.of("role", "member"))
                .put(group + "/members/" + asking.get(2).id())
                .then()
                .statusCode(409)
                .body("code", equalTo("group-full"));
        asking.get(2)
                .asks()
                .delete(group + "/members/" + asking.get(2).id())
                .then()
                .statusCode(204);
        owner.asks().get(group + "/requests").then().body("items", hasSize(0));
        asking.get(0).asks().get(group + "/members").then().statusCode(200).body("items", hasSize(2));
        asking.get(1).asks().get(group + "/members").then().statusCode(403);
    }

    @Test
    void handsOutRolesToThoseBelow() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Roles"));
        Person admin = People.anybody().joins(group);
        Person member = People.anybody().joins(group);
        role(owner, group, admin, "admin").statusCode(200).body("role", equalTo("admin"));
        role(owner, group, admin, "admin").statusCode(200);
        role(member, group, member, "admin").statusCode(403).body("code", equalTo("admins-only"));
        role(admin, group, member, "owner").statusCode(403).body("code", equalTo("owners-only"));
        role(admin, group, owner, "member").statusCode(403);
        role(admin, group, member, "admin").statusCode(200);
        role(admin, group, member, "member").statusCode(200);
        role(admin, group, People.anybody(), "member").statusCode(404);
        role(People.anybody(), group, member, "member").statusCode(403);
        role(owner, group, member, "king").statusCode(400).body("violations.field", contains("role"));
        role(owner, group, owner, "member").statusCode(409).body("code", equalTo("last-owner"));
        admin.asks().get(group).then().body("myRole", equalTo("admin"));
    }

    @Test
    void keepsALastOwnerAlsoWhenAllGoAtOnce() {
        Person first = People.anybody();
        String group = first.founds(Map.of("name", "Rats and ships"));
        List<Person> owners = IntStream.range(0, 6)
                .mapToObj(i -> People.anybody().joins(group))
                .toList();
        owners.forEach(owner -> role(first, group, owner, "owner").statusCode(200));
        List<Integer> statuses = java.util.stream.Stream.concat(owners.stream(), java.util.stream.Stream.of(first))
                .parallel()
                .map(owner ->
                        owner.asks().delete(group + "/members/" + owner.id()).statusCode())
                .sorted()
                .toList();
        assertEquals(List.of(204, 204, 204, 204, 204, 204, 409), statuses);
        People.anybody().asks().get(group).then().body("memberCount", equalTo(1));
    }

    @Test
    void leavesAndComesBack() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Revolving door", "visibility", "open"));
        Person guest = People.anybody().joins(group);
        String self = group + "/members/" + guest.id();
        for (int repeat = 0; repeat < 2; repeat++) {
            guest.asks().delete(self).then().statusCode(204);
        }
        guest.asks().get(group).then().body("myRole", nullValue()).body("memberCount", equalTo(1));
        guest.joins(group);
        owner.sends(Map.of("visibility", "private")).patch(group).then().statusCode(200);
        for (int repeat = 0; repeat < 2; repeat++) {
            guest.asks().delete(self).then().statusCode(204);
        }
        guest.asks().get(group).then().statusCode(404);
        Person stranger = People.anybody();
        stranger.asks().delete(group + "/members/" + stranger.id()).then().statusCode(404);
        assertEquals(
                List.of("member.joined", "member.left", "member.joined", "group.updated", "member.left"),
                new Told(redis).types(id(group), 7).subList(2, 7));
    }

    @Test
    void showsTheDoorByRank() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Doors"));
        Person admin = People.anybody().joins(group);
        Person other = People.anybody().joins(group);
        Person member = People.anybody().joins(group);
        role(owner, group, admin, "admin");
        role(owner, group, other, "admin");
        remove(member, group, other).statusCode(403).body("code", equalTo("admins-only"));
        remove(admin, group, other).statusCode(403).body("code", equalTo("owners-only"));
        remove(admin, group, owner).statusCode(403);
        remove(People.anybody(), group, member).statusCode(404);
        remove(admin, group, member).statusCode(204);
        remove(admin, group, member).statusCode(204);
        remove(owner, group, other).statusCode(204);
        remove(owner, group, owner).statusCode(409).body("code", equalTo("last-owner"));
        owner.asks()
                .get(group + "/members")
                .then()
                .body(
                        "items.userId",
                        containsInAnyOrder(owner.id().toString(), admin.id().toString()));
    }

    @Test
    void keepsTheBannedOutUntilTheBanIsLifted() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Bans"));
        Person member = People.anybody().joins(group);
        Person stranger = People.anybody();
        for (Person banned : List.of(member, stranger)) {
            for (int repeat = 0; repeat < 2; repeat++) {
                ban(owner, group, banned.id()).statusCode(204);
            }
            banned.asks().post(group + "/join").then().statusCode(403).body("code", equalTo("banned"));
            remove(banned, group, banned).statusCode(403);
            role(owner, group, banned, "member").statusCode(409).body("code", equalTo("member-banned"));
        }
        owner.asks().get(group).then().body("memberCount", equalTo(1));
        remove(owner, group, member).statusCode(204);
        member.joins(group);
        ban(owner, group, owner.id()).statusCode(400);
        ban(owner, group, UUID.randomUUID()).statusCode(404);
        ban(member, group, stranger.id()).statusCode(403);
        assertEquals(
                List.of("member.joined", "member.left", "member.banned", "member.banned", "member.joined"),
                new Told(redis).types(id(group), 7).subList(2, 7));
    }

    private static io.restassured.response.ValidatableResponse role(
            Person person, String group, Person member, String role) {
        return person.sends(Map.of("role", role))
                .put(group + "/members/" + member.id())
                .then();
    }

    private static io.restassured.response.ValidatableResponse remove(Person person, String group, Person member) {
        return person.asks().delete(group + "/members/" + member.id()).then();
    }

    private static io.restassured.response.ValidatableResponse ban(Person person, String group, UUID member) {
        return person.asks()
                .queryParam("ban", true)
                .delete(group + "/members/" + member)
                .then();
    }

    private static String id(String group) {
        return group.substring(group.lastIndexOf('/') + 1);
    }
}
