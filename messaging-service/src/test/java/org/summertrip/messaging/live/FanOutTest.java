package org.summertrip.messaging.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.outbox.Push;
import org.summertrip.messaging.participant.Seats;

@QuarkusTest
class FanOutTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CROWD = 1500;

    @Inject
    World world;

    @Inject
    FanOut fanOut;

    @Inject
    ObjectMapper mapper;

    @Inject
    RedisDataSource redis;

    @Inject
    Seats seats;

    @Inject
    Obstacle obstacle;

    @Test
    void sendsEachMessageToEverybodyInOrderTheSenderIncluded() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID stranger = world.id();
        UUID group = world.group(ana, ben);

        List<String> said = IntStream.range(0, 20)
                .mapToObj(i -> say(ana, group, "message " + i).toString())
                .toList();

        for (UUID member : List.of(ana, ben)) {
            await().atMost(PATIENCE).until(() -> messages(member).size() == said.size());
            assertEquals(said, messages(member));
        }
        assertEquals(List.of(), world.pushes(stranger));
        JsonPath first = world.awaitPush(ben, "message.created");
        assertEquals(as(ben).get("/messages/" + group + "/" + said.get(0)).<Object>path("$"), first.get("$"));
        long ttl = redis.key().ttl(PushStreams.key(ben));
        assertTrue(ttl > 0 && ttl <= Duration.ofDays(7).toSeconds(), "ttl " + ttl);
    }

    @Test
    void showsFriendshipsToBothSidesAndComingsAndGoingsToTheTrip() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana);

        Map<String, Object> request =
                Map.of("fromUserId", ana, "toUserId", ben, "at", Instant.now().toString());
        world.streams().publish(World.GRAPH, "friend.requested", ana.toString(), request);
        world.join(group, ben, Instant.now());

        assertEquals(ben.toString(), world.awaitPush(ana, "friend.requested").get("user.id"));
        assertEquals(ana.toString(), world.awaitPush(ben, "friend.requested").get("user.id"));
        assertEquals("in", world.awaitPush(ben, "friend.requested").get("direction"));
        for (UUID side : List.of(ana, ben)) {
            await().atMost(PATIENCE).until(() -> joined(side).contains(ben.toString()));
        }
    }

    @Test
    void wakesTheGateways() {
        Queue<String> woken = new ConcurrentLinkedQueue<>();
        PubSubCommands.RedisSubscriber subscriber = redis.pubsub(String.class).subscribe(PushStreams.WAKE, woken::add);
        UUID ana = world.id();
        UUID ben = world.id();
        say(ana, world.group(ana, ben), "Hello");

        await().atMost(PATIENCE)
                .until(() -> woken.stream()
                        .map(word -> List.of(word.split(",")))
                        .anyMatch(ids -> ids.containsAll(List.of(ana.toString(), ben.toString()))));
        subscriber.unsubscribe();
    }

    @Test
    void reachesACrowdOfFifteenHundred() {
        UUID ana = world.id();
        UUID group = world.group(ana);
        List<UUID> crowd =
                IntStream.range(0, CROWD - 1).mapToObj(i -> world.id()).toList();
        long now = System.currentTimeMillis() * 1000;
        InParallel.all(crowd, userId -> seats.seat(group, userId, "member", Instant.now(), now))
                .await()
                .atMost(PATIENCE);

        say(ana, group, "Hello everybody");

        String[] streams = crowd.stream().map(PushStreams::key).toArray(String[]::new);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> redis.key().exists(streams) == streams.length);
        crowd.forEach(userId -> assertEquals(1, messages(userId).size()));

        List<String> burst =
                IntStream.range(0, 20).mapToObj(i -> world.id().toString()).toList();
        List<Push> pushes = burst.stream()
                .map(id -> new Push("message.created", mapper.createObjectNode().put("id", id), group, List.of()))
                .toList();
        fanOut.take(pushes).await().atMost(PATIENCE);
        for (int i = 0; i < crowd.size(); i += 100) {
            List<String> told = messages(crowd.get(i));
            assertEquals(burst, told.subList(1, told.size()));
        }
    }

    @Test
    void tellsPeopleOnceThoughSomethingElseFailsForAWhile() {
        UUID ana = world.id();
        UUID ben = world.id();
        UUID group = world.group(ana, ben);
        obstacle.raise(group);

        String said = say(ana, group, "Hello").toString();
        await().atMost(PATIENCE).until(() -> obstacle.hits() > 2);
        obstacle.remove();

        say(ana, group, "Are you there?");
        await().atMost(PATIENCE).until(() -> messages(ben).size() >= 2);
        assertEquals(List.of(said), messages(ben).subList(0, 1));
        assertEquals(2, messages(ben).size());
    }

    private List<String> joined(UUID userId) {
        return world.pushes(userId).stream()
                .filter(push -> push.get("type").equals("member.joined"))
                .map(push -> JsonPath.from(push.get("data")).getString("userId"))
                .toList();
    }

    private List<String> messages(UUID userId) {
        return world.pushes(userId).stream()
                .filter(push -> push.get("type").equals("message.created"))
                .map(push -> id(push.get("data")))
                .toList();
    }

    private String id(String data) {
        try {
            return mapper.readTree(data).path("id").asText();
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(data, unreadable);
        }
    }
}
