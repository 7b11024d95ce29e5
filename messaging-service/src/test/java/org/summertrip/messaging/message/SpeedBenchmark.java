package org.summertrip.messaging.message;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.World;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.InParallel;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.participant.Seats;

/**
 * Measures, claims nothing, and is no test: its name keeps it out of the build. How to run it is in the README. Everything is
 * one process and one node, so the figures tell proportions, not what a cluster can do.
 */
@QuarkusTest
class SpeedBenchmark {
    private static final int IN_FLIGHT = 256;
    private static final int TALKS = 200;
    private static final int CROWD = 1_500;
    private static final int WRITES = 20_000;
    private static final int ROUNDS = 5;
    private static final int LONG = Integer.getInteger("benchmark.messages", 1_000_000);
    private static final int SHORT = 1_000;
    private static final int PAGE = 50;
    private static final Query RAW = Query.of("""
            INSERT INTO messages (conversation_id, bucket, message_id, sender_id, content) VALUES (?, ?, ?, ?, ?)""");
    private static final Query MARK = Query.of("INSERT INTO message_buckets (conversation_id, bucket) VALUES (?, ?)");

    @Inject
    World world;

    @Inject
    Cql cql;

    @Inject
    Sending sending;

    @Inject
    UntoldStore untold;

    @Inject
    Seats seats;

    @Inject
    RedisDataSource redis;

    @Inject
    MessageStore store;

    @Test
    void measure() {
        World.awaitReady();
        sends();
        fanOut();

        UUID few = conversation(SHORT);
        UUID many = conversation(LONG);
        for (String round : List.of("warm-up", "measured")) {
            page(round + ": page of 50 from 1,000", few);
            page(round + ": page of 50 from " + LONG, many);
        }
    }

    /** Turn by turn, each begun when nothing is left to be told. */
    private void sends() {
        List<Talk> talks = IntStream.range(0, TALKS).mapToObj(i -> talk()).toList();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double inserts = rate("raw inserts of the driver", WRITES, i -> {
                Talk talk = talks.get(i % TALKS);
                return cql.run(RAW, talk.group, 0, world.id(), talk.sender, "message " + i);
            });
            UUID[] newest = new UUID[TALKS];
            double sends = rate("sends", WRITES, i -> {
                Talk talk = talks.get(i % TALKS);
                return sending.send(talk.sender, null, new NewMessage(talk.group, "message " + i, null, null))
                        .invoke(sent -> newest[i % TALKS] = sent.message().id());
            });
            long start = System.nanoTime();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> areTold(talks, newest));
            System.out.printf("all of them told: %.1f s later%n", (System.nanoTime() - start) / 1e9);
            if (round > 0) {
                ratios.add(sends / inserts);
            }
        }
        Collections.sort(ratios);
        System.out.printf("sends / raw inserts = %.2f (median of %s)%n", ratios.get(ROUNDS / 2), ratios);
    }

    private boolean areTold(List<Talk> talks, UUID[] newest) {
        return IntStream.range(0, TALKS)
                .allMatch(i -> untold.from(new Place(talks.get(i).group, Bucket.of(newest[i])), newest[i], 1)
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .messages()
                        .isEmpty());
    }

    /** From the call until the message lies in the stream of everybody. */
    private void fanOut() {
        UUID sender = world.id();
        UUID group = world.group(sender);
        List<UUID> crowd =
                IntStream.range(0, CROWD - 1).mapToObj(i -> world.id()).toList();
        long now = System.currentTimeMillis() * 1000;
        InParallel.all(crowd, userId -> seats.seat(group, userId, "member", Instant.now(), now))
                .await()
                .atMost(Duration.ofMinutes(1));
        String[] streams = crowd.stream().map(userId -> "push:" + userId).toArray(String[]::new);
        for (int round = 0; round < 5; round++) {
            redis.key().del(streams);
            long start = System.nanoTime();
            sending.send(sender, null, new NewMessage(group, "Hello everybody", null, null))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> redis.key().exists(streams) == streams.length);
            System.out.printf("fan-out to %d: %.0f ms%n", CROWD, (System.nanoTime() - start) / 1e6);
            // the notifications of the same message are still being written
            Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        }
    }

    private Talk talk() {
        UUID sender = world.id();
        return new Talk(sender, world.group(sender));
    }

    private static double rate(String what, int count, IntFunction<Uni<?>> step) {
        long start = System.nanoTime();
        Multi.createFrom()
                .range(0, count)
                .onItem()
                .transformToUni(step::apply)
                .merge(IN_FLIGHT)
                .collect()
                .last()
                .await()
                .atMost(Duration.ofMinutes(10));
        double perSecond = count * 1e9 / (System.nanoTime() - start);
        System.out.printf("%s: %.0f per second%n", what, perSecond);
        return perSecond;
    }

    /** Two years of talk. */
    private UUID conversation(int messages) {
        UUID id = world.id();
        Instant begin = Instant.now().minus(Duration.ofDays(730));
        long gap = Duration.ofDays(730).toMillis() / messages;
        rate("filling", messages, i -> {
            UUID messageId = Uuid7.derived(begin.plusMillis(gap * i), id + " " + i);
            int bucket = Bucket.of(messageId);
            Uni<Void> row = cql.run(RAW, id, bucket, messageId, id, "message " + i);
            return i % 500 == 0 ? row.flatMap(done -> cql.run(MARK, id, bucket)) : row;
        });
        return id;
    }

    private void page(String what, UUID conversation) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long start = System.nanoTime();
            store.older(conversation, Uuid7.NEWEST, PAGE + 1).await().atMost(Duration.ofSeconds(10));
            nanos.add(System.nanoTime() - start);
        }
        Collections.sort(nanos);
        System.out.printf(
                "%s: median %.2f ms, 99th percentile %.2f ms%n", what, nanos.get(250) / 1e6, nanos.get(495) / 1e6);
    }

    private record Talk(UUID sender, UUID group) {}
}
