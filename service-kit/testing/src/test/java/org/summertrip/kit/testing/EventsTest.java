package org.summertrip.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.testing.sample.SampleHandler;
import org.summertrip.kit.testing.sample.SampleOutbox;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@OnRedis
class EventsTest {
    private static final String STREAM = "events.sample";
    private static final String GROUP = "kit-sample";

    Stores stores;

    @Inject
    RedisDataSource redis;

    @Inject
    SampleHandler handler;

    @Inject
    SampleOutbox outbox;

    @Inject
    OutboxRelay relay;

    private EventStreams streams;

    @BeforeEach
    void open() {
        streams = new EventStreams(redis);
    }

    @Test
    void takesInWhatOthersPublishInOrder() {
        List<String> subjects = subjects(20);
        subjects.forEach(subject -> streams.publish(STREAM, "thing.made", subject, Map.of()));
        eventually().until(() -> handler.seen().containsAll(subjects));
        assertEquals(
                subjects, handler.seen().stream().filter(subjects::contains).toList());
    }

    @Test
    void leavesEventsAloneThatNobodyWants() {
        String ignored = UUID.randomUUID().toString();
        String wanted = UUID.randomUUID().toString();
        streams.publish(STREAM, "thing.lost", ignored, Map.of());
        streams.publish(STREAM, "thing.made", wanted, Map.of());
        eventually().until(() -> handler.seen().contains(wanted));
        assertEquals(0, handler.triesOf(ignored));
        eventually()
                .until(() -> redis.stream(String.class).xpending(STREAM, GROUP).getPendingCount() == 0);
    }

    @Test
    void buriesPoisonAfterFiveTriesAndGoesOn() {
        String poison = UUID.randomUUID().toString();
        String next = UUID.randomUUID().toString();
        streams.publish(STREAM, "thing.made", poison, Map.of("behaviour", "poison"));
        streams.publish(STREAM, "thing.made", next, Map.of());
        eventually().until(() -> handler.seen().contains(next));
        assertEquals(5, handler.triesOf(poison));
        assertTrue(streams.dead(STREAM).stream()
                .anyMatch(dead ->
                        dead.get("event").contains(poison) && dead.get("reason").contains("cannot stand it")));
    }

    @Test
    void buriesWhatIsNoEventAtAll() {
        String next = UUID.randomUUID().toString();
        streams.publishRaw(STREAM, "{\"this is\": not json");
        streams.publish(STREAM, "thing.made", next, Map.of());
        eventually().until(() -> handler.seen().contains(next));
        assertTrue(streams.dead(STREAM).stream()
                .anyMatch(dead -> dead.get("reason").startsWith("not a CloudEvent")));
    }

    @Test
    void waitsOutAnOutageOfTheConsumersStoreHoweverLong() {
        String subject = UUID.randomUUID().toString();
        streams.publish(STREAM, "thing.made", subject, Map.of("behaviour", "outage"));
        eventually().until(() -> handler.seen().contains(subject));
        assertEquals(9, handler.triesOf(subject));
        assertFalse(
                streams.dead(STREAM).stream().anyMatch(dead -> dead.get("event").contains(subject)));
    }

    @Test
    void takesOverWhatALostReplicaHeld() {
        // While the consumer is held up, another replica joins, is handed an event and is never heard of again.
        String subject = UUID.randomUUID().toString();
        var commands = redis.stream(String.class, String.class, String.class);
        streams.publish(STREAM, "thing.made", "busy", Map.of("behaviour", "slow"));
        eventually().until(handler::isHeldUp);
        streams.publish(STREAM, "thing.made", subject, Map.of());
        assertEquals(
                1,
                commands.xreadgroup(GROUP, "lost replica", STREAM, ">", new XReadGroupArgs().count(1))
                        .size());
        handler.goOn();
        eventually().until(() -> handler.seen().contains(subject));
        eventually().until(() -> commands.xpending(STREAM, GROUP).getPendingCount() == 0);
    }

    @Test
    void publishesTheOutboxInOrderAlsoAfterAnOutageOfRedis() {
        List<String> subjects = subjects(30);
        stores.kill(Store.REDIS);
        try {
            subjects.forEach(subject -> outbox.add(new OutboxEvent("events.out", event(subject))));
            relay.wake();
        } finally {
            stores.start(Store.REDIS);
        }
        eventually().ignoreExceptions().until(() -> published().containsAll(subjects));
        // At least once: an outage in the middle may repeat events, but never swap them.
        assertEquals(
                subjects,
                published().stream().filter(subjects::contains).distinct().toList());
        String afterwards = UUID.randomUUID().toString();
        streams.publish(STREAM, "thing.made", afterwards, Map.of());
        eventually().until(() -> handler.seen().contains(afterwards));
    }

    @Test
    void restsBetweenAttemptsDuringAnOutageHoweverMuchIsCommitted() {
        String subject = UUID.randomUUID().toString();
        stores.kill(Store.REDIS);
        int most;
        try {
            int before = outbox.attempts();
            outbox.add(new OutboxEvent("events.out", event(subject)));
            relay.wake();
            eventually().until(() -> outbox.attempts() > before);
            eventually()
                    .pollInterval(Duration.ofMillis(5))
                    .during(Duration.ofSeconds(2))
                    .until(() -> {
                        relay.wake();
                        return true;
                    });
            most = outbox.attempts() - before;
        } finally {
            stores.start(Store.REDIS);
        }
        eventually().ignoreExceptions().until(() -> published().contains(subject));
        assertTrue(most < 20, most + " attempts in two seconds");
    }

    private List<String> published() {
        return streams.read("events.out").stream().map(CloudEvent::subject).toList();
    }

    private static String event(String subject) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"type\":\"thing.made\",\"subject\":\"%s\"}"
                .formatted(UUID.randomUUID(), subject);
    }

    private static List<String> subjects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
