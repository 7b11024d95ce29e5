package org.summertrip.files.upload;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.summertrip.kit.idempotency.Idempotency;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * What the kit's {@link Idempotency} cannot know of uploads: their fingerprint is known at the end only, and they may take long.
 * So a named upload is marked as in flight before its first byte is read, for as long as it is read; and once done as done,
 * so that its repetition is hashed only. The kit alone decides what is replayed; losing these marks costs traffic to the store,
 * never a second file.
 */
@ApplicationScoped
public class Attempts {
    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Beyond, Redis counts as down: 503, since a client that names its upload would rather wait than have it twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration RENEWAL = Duration.ofSeconds(10);
    /** Less than the kit remembers the answer: what is known here is known there. */
    private static final Duration REMEMBERED = Duration.ofHours(23);

    private static final String DONE = "done";
    private static final String RENEW =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
    private static final String FORGET =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private final ReactiveRedisDataSource redis;
    private final Idempotency idempotency;
    private final Vertx vertx;

    Attempts(ReactiveRedisDataSource redis, Idempotency idempotency, Vertx vertx) {
        this.redis = redis;
        this.idempotency = idempotency;
        this.vertx = vertx;
    }

    /**
     * Runs an upload, unless one of this name is under way (409).
     *
     * @param name the client's Idempotency-Key, or null
     * @param upload gets to know whether an upload of this name has been done before
     */
    Uni<Response> during(UUID callerId, String name, Function<Boolean, Uni<Response>> upload) {
        if (name == null) {
            return upload.apply(false);
        }
        String key = "files:attempt:" + callerId + ":" + idempotency.fingerprint(name.getBytes(StandardCharsets.UTF_8));
        String mine = UUID.randomUUID().toString();
        return within(redis.execute("SET", key, mine, "NX", "PX", String.valueOf(LEASE.toMillis())))
                .flatMap(set -> set != null ? first(key, mine, upload) : again(key, upload));
    }

    private Uni<Response> first(String key, String mine, Function<Boolean, Uni<Response>> upload) {
        long renewal = vertx.setPeriodic(RENEWAL.toMillis(), timer -> renew(key, mine));
        return Uni.createFrom()
                .deferred(() -> upload.apply(false))
                .eventually(() -> {
                    vertx.cancelTimer(renewal);
                })
                .call(answer -> answer.getStatus() < 300 ? remember(key) : forget(key, mine))
                .onFailure()
                .call(failure -> forget(key, mine));
    }

    private Uni<Response> again(String key, Function<Boolean, Uni<Response>> upload) {
        return within(redis.value(String.class, String.class).get(key)).flatMap(state -> {
            if (!DONE.equals(state)) {
                throw new ProblemException(CommonError.IDEMPOTENCY_IN_FLIGHT);
            }
            return upload.apply(true);
        });
    }

    private void renew(String key, String mine) {
        unimportant(redis.execute("EVAL", RENEW, "1", key, mine, String.valueOf(LEASE.toMillis())))
                .subscribe()
                .with(renewed -> {});
    }

    private Uni<Void> remember(String key) {
        return unimportant(redis.execute("SET", key, DONE, "EX", String.valueOf(REMEMBERED.toSeconds())));
    }

    private Uni<Void> forget(String key, String mine) {
        return unimportant(redis.execute("EVAL", FORGET, "1", key, mine));
    }

    /** The upload itself has succeeded or failed already, and its answer must not depend on this: a lost mark costs traffic only. */
    private static Uni<Void> unimportant(Uni<?> command) {
        return within(command)
                .onFailure()
                .invoke(failure -> LOG.debugf("mark of an attempt not kept cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static <T> Uni<T> within(Uni<T> command) {
        return command.ifNoItem().after(PATIENCE).fail();
    }
}
