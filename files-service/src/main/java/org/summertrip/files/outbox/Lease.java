package org.summertrip.files.outbox;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Something that only one replica does at a time. */
@Singleton
public class Lease {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final Duration RENEWED_FOR = Duration.ofSeconds(8);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
    private static final String RENEW =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
    private static final String RELEASE =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    /** Whoever holds it takes it again: an outage may have kept this replica from giving it back. */
    private static final String TAKE = """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1""";

    private final ReactiveRedisDataSource redis;
    private final Vertx vertx;
    private final String replica = UUID.randomUUID().toString();

    Lease(ReactiveRedisDataSource redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    /**
     * Does it, or answers with {@code otherwise} when another replica is at it. Keeps replicas apart, not the callers within
     * one: they must do it one after the other, as the relay does.
     */
    public <T> Uni<T> exclusively(String name, Duration longest, T otherwise, Supplier<Uni<T>> task) {
        String key = "files:lease:" + name;
        return within(redis.execute("EVAL", TAKE, "1", key, replica, String.valueOf(longest.toMillis())))
                .flatMap(taken -> taken.toInteger() == 0
                        ? Uni.createFrom().item(otherwise)
                        : Uni.createFrom().deferred(task::get).eventually(() -> release(key, replica)));
    }

    /**
     * Does it however long it takes, or {@code otherwise} when somebody is at it. The lease is short and renewed, so a replica that is
     * killed keeps the others waiting for seconds only. What is done must bear a second doing it, should renewal fail.
     */
    public <T> Uni<T> renewed(String name, Supplier<Uni<T>> otherwise, Supplier<Uni<T>> task) {
        String key = "files:lease:" + name;
        String mine = UUID.randomUUID().toString();
        return within(redis.execute("SET", key, mine, "NX", "PX", String.valueOf(RENEWED_FOR.toMillis())))
                .flatMap(set -> set == null ? otherwise.get() : renewing(key, mine, task));
    }

    private <T> Uni<T> renewing(String key, String mine, Supplier<Uni<T>> task) {
        long timer = vertx.setPeriodic(
                RENEWED_EVERY.toMillis(),
                tick -> redis.execute("EVAL", RENEW, "1", key, mine, String.valueOf(RENEWED_FOR.toMillis()))
                        .subscribe()
                        .with(renewed -> {}, failure -> LOG.debugf("lease not renewed key=%s cause=%s", key, failure)));
        return Uni.createFrom()
                .deferred(task::get)
                .eventually(() -> {
                    vertx.cancelTimer(timer);
                })
                .eventually(() -> release(key, mine));
    }

    /** What cannot be released now ends by itself. */
    private Uni<Void> release(String key, String mine) {
        return within(redis.execute("EVAL", RELEASE, "1", key, mine))
                .onFailure()
                .invoke(failure -> LOG.debugf("lease ends by itself key=%s cause=%s", key, failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static <T> Uni<T> within(Uni<T> command) {
        return command.ifNoItem().after(PATIENCE).fail();
    }
}
