package org.summertrip.files.outbox;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Something that only one replica does at a time. */
@Singleton
public class Lease {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String RELEASE =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private final ReactiveRedisDataSource redis;

    Lease(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Does it, or answers with {@code otherwise} when another replica is at it. */
    public <T> Uni<T> exclusively(String name, Duration longest, T otherwise, Supplier<Uni<T>> task) {
        String key = "files:lease:" + name;
        String mine = UUID.randomUUID().toString();
        return redis.execute("SET", key, mine, "NX", "PX", String.valueOf(longest.toMillis()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .flatMap(set -> set == null
                        ? Uni.createFrom().item(otherwise)
                        : Uni.createFrom().deferred(task::get).eventually(() -> release(key, mine)));
    }

    private Uni<Void> release(String key, String mine) {
        return redis.execute("EVAL", RELEASE, "1", key, mine)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
