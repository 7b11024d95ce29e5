package org.summertrip.files;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.EventStreams;

/** Who may do what: the owner, a member of the file's group, a former member, a stranger, somebody without a token. */
@QuarkusTest
@OnStores
class AccessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    RedisDataSource redis;

    private final UUID group = UUID.randomUUID();
    private EventStreams streams;

    @BeforeEach
    void open() {
        streams = new EventStreams(redis);
    }

    @Test
    void ownersAndPresentMembersMayReadAGroupsFilesAndNobodyElse() {
        Api owner = joined(Api.somebody());
        Api member = joined(Api.somebody());
        Api former = joined(Api.somebody());
        Api banned = joined(Api.somebody());
        JsonPath file = inGroup(owner);
        String id = file.getString("id");
        assertEquals(group.toString(), file.getString("groupId"));
        assertEquals(List.of(200, 200, 200), reads(former, id));

        left("member.left", former, NOW.plusMillis(5));
        left("member.banned", banned, NOW.plusMillis(5));
        until(former, id, 404);
        until(banned, id, 404);

        assertEquals(List.of(200, 200, 200), reads(owner, id));
        assertEquals(List.of(200, 200, 200), reads(member, id));
        assertEquals(List.of(404, 404, 404), reads(former, id));
        assertEquals(List.of(404, 404, 404), reads(banned, id));
        assertEquals(List.of(404, 404, 404), reads(Api.somebody(), id));
        assertEquals(404, member.download("shared.txt").statusCode(), "by name one finds one's own only");
        for (String path : List.of("/files/" + id, "/files", "/storage/download/" + id)) {
            RestAssured.given().get(path).then().statusCode(401);
        }
        RestAssured.given().post("/storage/upload").then().statusCode(401);
        RestAssured.given().delete("/files/" + id).then().statusCode(401);
    }

    @Test
    void membersSeeWhatTheirGroupHasNewestFirst() {
        Api owner = joined(Api.somebody());
        Api member = joined(Api.somebody());
        String mine = inGroup(owner).getString("id");
        String theirs = inGroup(member).getString("id");
        String gone = inGroup(member).getString("id");
        member.delete("/files/" + gone);
        owner.uploaded("private.txt", "content");

        JsonPath first =
                JsonPath.from(member.get("/files?limit=1&groupId=" + group).body());
        JsonPath second =
                JsonPath.from(member.get("/files?limit=1&groupId=" + group + "&cursor=" + first.getString("next"))
                        .body());

        assertEquals(List.of(theirs), first.getList("items.id"));
        assertEquals(List.of(mine), second.getList("items.id"));
        assertEquals(
                400,
                member.get("/files?limit=1&cursor=" + first.getString("next")).statusCode());
    }

    @Test
    void onlyTheOwnerMayDelete() {
        Api owner = joined(Api.somebody());
        Api member = joined(Api.somebody());
        String path = "/files/" + inGroup(owner).getString("id");

        assertEquals(403, member.delete(path).statusCode());
        assertEquals(404, Api.somebody().delete(path).statusCode());
        assertEquals(204, owner.delete(path).statusCode());
        assertEquals(404, member.delete(path).statusCode());
    }

    @Test
    void aFileWithoutAGroupIsItsOwnersAlone() {
        Api owner = joined(Api.somebody());
        Api fellow = joined(Api.somebody());

        String id = owner.uploaded("mine.txt", "content").getString("id");

        assertEquals(List.of(200, 200, 200), reads(owner, id));
        assertEquals(List.of(404, 404, 404), reads(fellow, id));
    }

    @Test
    void nobodyUploadsIntoAGroupThatTheyAreNotIn() {
        Api former = joined(Api.somebody());
        left("member.left", former, NOW.plusMillis(5));

        await().atMost(PATIENCE).until(() -> upload(former) == 404);
        assertEquals(404, upload(Api.somebody()));
    }

    @Test
    void aLeavingThatIsOlderThanTheJoiningDoesNotWin() {
        Api ana = Api.somebody();
        left("member.left", ana, NOW.minusSeconds(60));
        joined(ana);
        left("member.left", ana, NOW.minusSeconds(30));
        Api marker = joined(Api.somebody());

        // Events are taken in one after the other: once the marker is in, so is what came before it.
        assertEquals(201, upload(marker));
        assertEquals(201, upload(ana));
    }

    @Test
    void aJoiningThatComesLateDoesNotUndoALaterLeaving() {
        Api ana = Api.somebody();
        left("member.left", ana, NOW.plusSeconds(60));
        publishJoined(ana);
        joined(Api.somebody());

        assertEquals(404, upload(ana));
    }

    @Test
    void theEndOfAGroupLeavesItsFilesToTheirOwners() {
        Api owner = joined(Api.somebody());
        Api member = joined(Api.somebody());
        String id = inGroup(owner).getString("id");

        streams.publish("events.users", "group.deleted", group.toString(), Map.of("id", group.toString()));

        until(member, id, 404);
        assertEquals(List.of(200, 200, 200), reads(owner, id));
        assertEquals(404, upload(owner));
    }

    private List<Integer> reads(Api person, String id) {
        return List.of(
                person.get("/files/" + id).statusCode(),
                person.get("/storage/download/" + id).statusCode(),
                person.head("/storage/download/" + id).statusCode());
    }

    private void until(Api person, String id, int status) {
        await().atMost(PATIENCE).until(() -> person.get("/files/" + id).statusCode() == status);
    }

    private JsonPath inGroup(Api person) {
        return Api.created(person.uploadTo(uploadPath(), Form.file("shared.txt", "text/plain", new byte[] {1, 2})));
    }

    private int upload(Api person) {
        return person.uploadTo(uploadPath(), Form.file("trip.txt", "text/plain", new byte[] {1, 2}))
                .statusCode();
    }

    private String uploadPath() {
        return "/storage/upload?groupId=" + group;
    }

    private Api joined(Api person) {
        publishJoined(person);
        await().atMost(PATIENCE).until(() -> upload(person) == 201);
        return person;
    }

    private void publishJoined(Api person) {
        streams.publish(
                "events.users",
                "member.joined",
                group.toString(),
                Map.of(
                        "groupId", group.toString(),
                        "userId", person.userId().toString(),
                        "role", "member",
                        "joinedAt", NOW.toString()));
    }

    private void left(String type, Api person, Instant at) {
        streams.publish(
                "events.users",
                type,
                group.toString(),
                Map.of(
                        "groupId", group.toString(),
                        "userId", person.userId().toString(),
                        "at", at.toString()));
    }
}
