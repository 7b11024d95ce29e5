package org.summertrip.users.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class CacheTest {
    @Inject
    Cache cache;

    @Inject
    MeterRegistry meters;

    @Inject
    RedisDataSource redis;

    record Thing(String name) {}

    @Test
    void asksOnceHoweverManyWantToKnow() {
        UUID id = UUID.randomUUID();
        AtomicInteger loads = new AtomicInteger();
        CompletableFuture<Optional<Thing>> database = new CompletableFuture<>();
        List<CompletableFuture<Optional<Thing>>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(cache.get("thing", id, Thing.class, () -> {
                        loads.incrementAndGet();
                        return Uni.createFrom().completionStage(database);
                    })
                    .subscribeAsCompletionStage());
        }
        database.complete(Optional.of(new Thing("one")));
        answers.forEach(answer -> assertEquals(new Thing("one"), answer.join().orElseThrow()));
        assertEquals(1, loads.get());
        assertEquals("one", get(id, "other"));
    }

    @Test
    void isNotFilledByAReaderWhoWasOvertakenByAChange() {
        UUID id = UUID.randomUUID();
        CompletableFuture<Optional<Thing>> slow = new CompletableFuture<>();
        AtomicInteger started = new AtomicInteger();
        var reader = cache.get("thing", id, Thing.class, () -> {
                    started.incrementAndGet();
                    return Uni.createFrom().completionStage(slow);
                })
                .subscribeAsCompletionStage();
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> started.get() == 1);
        cache.drop("thing", id).await().indefinitely();
        slow.complete(Optional.of(new Thing("old")));
        assertEquals("old", reader.join().orElseThrow().name());
        assertNull(redis.value(String.class).get("cache:thing:" + id));
        assertEquals("new", get(id, "new"));
    }

    @Test
    void isDroppedForAllReplicasAndCountsHitsAndMisses() {
        UUID id = UUID.randomUUID();
        double hits = count("hit");
        double misses = count("miss");
        assertEquals("one", get(id, "one"));
        assertEquals("one", get(id, "two"));
        assertEquals(hits + 1, count("hit"));
        assertEquals(misses + 1, count("miss"));
        // What another replica does to the entry is done to this one's, since there is only one.
        redis.key().del("cache:thing:" + id);
        assertEquals("three", get(id, "three"));
    }

    @Test
    void showsChangesAtOnce() {
        Person ana = People.anybody();
        Person ben = People.anybody();
        String group = ana.founds(java.util.Map.of("name", "Before"));
        for (int round = 0; round < 5; round++) {
            String name = "Round " + round;
            ben.asks().get("/users/" + ana.id());
            ben.asks().get(group);
            ana.sends(java.util.Map.of("firstName", name))
                    .patch("/users/me")
                    .then()
                    .statusCode(200);
            ana.sends(java.util.Map.of("name", name)).patch(group).then().statusCode(200);
            assertEquals(name, ben.asks().get("/users/" + ana.id()).path("firstName"));
            assertEquals(name, ben.asks().get(group).path("name"));
        }
        ben.joins(group);
        assertEquals(2, ana.asks().get(group).<Integer>path("memberCount"));
        assertEquals("member", ben.asks().get(group).path("myRole"));
    }

    private String get(UUID id, String stored) {
        return cache.get("thing", id, Thing.class, () -> Uni.createFrom().item(Optional.of(new Thing(stored))))
                .await()
                .indefinitely()
                .orElseThrow()
                .name();
    }

    private double count(String result) {
        return meters.counter("cache.requests", "cache", "thing", "result", result)
                .count();
    }
}
