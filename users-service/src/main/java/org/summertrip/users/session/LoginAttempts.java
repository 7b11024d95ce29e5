package org.summertrip.users.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.kit.secret.Seal;

/**
 * Bounds how often a secret may be guessed: per account, whether it exists or not so that the answer does not tell which, and
 * per address.
 *
 * <p>While an attempt is under way it holds a place, so that parallel guesses cannot slip through between looking and counting.
 * Only once it has failed does the place become a failure: many right logins at once wait for each other instead of locking the
 * account, and an attempt that our own outage cut short counts for nothing.
 */
@Singleton
public class LoginAttempts {
    /**
     * Answers 0 to go on, the milliseconds to stay away when the failures are used up, -1 while others hold the last places.
     * KEYS: failures and places of each subject. ARGV: attempt, lease, limit of each subject.
     */
    private static final String BEGIN = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local busy = false
            for i = 1, #KEYS, 2 do
                local limit = tonumber(ARGV[2 + (i + 1) / 2])
                local failures = tonumber(redis.call('GET', KEYS[i]) or '0')
                if failures >= limit then return math.max(1, redis.call('PTTL', KEYS[i])) end
                redis.call('ZREMRANGEBYSCORE', KEYS[i + 1], '-inf', now)
                if failures + redis.call('ZCARD', KEYS[i + 1]) >= limit then busy = true end
            end
            if busy then return -1 end
            for i = 1, #KEYS, 2 do
                redis.call('ZADD', KEYS[i + 1], now + ARGV[2], ARGV[1])
                redis.call('PEXPIRE', KEYS[i + 1], ARGV[2])
            end
            return 0""";

    /** KEYS as above, the account first. ARGV: attempt, what became of it, window. A success forgives the account only. */
    private static final String SETTLE = """
            for i = 1, #KEYS, 2 do
                redis.call('ZREM', KEYS[i + 1], ARGV[1])
                if ARGV[2] == 'wrong' then
                    if redis.call('INCR', KEYS[i]) == 1 then redis.call('PEXPIRE', KEYS[i], ARGV[3]) end
                end
            end
            if ARGV[2] == 'right' then redis.call('DEL', KEYS[1]) end
            return 1""";

    /** An attempt whose process died holds its places no longer than this. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_WAITING = 128;

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final Seal seal;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();

    public LoginAttempts(ReactiveRedisDataSource redis, SessionConfig config, Seal seal, Vertx vertx, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.seal = seal;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * Checks a secret unless there were too many failures; then 429.
     *
     * @param account whose secret it is said to be
     * @param address from where, empty for networks that are exempt
     * @param check fails with a 401 or 403 problem when the secret is wrong
     */
    <T> Uni<T> guard(String account, Optional<String> address, Supplier<Uni<T>> check) {
        Attempt attempt = attempt(account, address);
        return admitted(attempt, clock.instant().plus(PATIENCE))
                .flatMap(free -> Uni.createFrom()
                        .<T>deferred(check::get)
                        .onItemOrFailure()
                        .transformToUni((right, failure) -> settle(attempt, outcome(failure))
                                .flatMap(settled -> failure == null
                                        ? Uni.createFrom().item(right)
                                        : Uni.createFrom().failure(failure))));
    }

    private Uni<Void> admitted(Attempt attempt, Instant deadline) {
        return begin(attempt).flatMap(answer -> {
            if (answer > 0) {
                throw ProblemException.tooManyRequests("Too many failed attempts", Duration.ofMillis(answer));
            }
            if (answer == 0) {
                return Uni.createFrom().voidItem();
            }
            return pause(deadline).flatMap(later -> admitted(attempt, deadline));
        });
    }

    /** A timer of the caller's own context: what follows needs it. */
    private Uni<Void> pause(Instant deadline) {
        if (clock.instant().isAfter(deadline)) {
            throw ProblemException.tooManyRequests("Too many attempts at once", Duration.ofSeconds(1));
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw ProblemException.tooManyRequests("Too many attempts at once", Duration.ofSeconds(1));
        }
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(PAUSE.toMillis(), timer -> {
                    waiting.decrementAndGet();
                    emitter.complete(null);
                }));
    }

    private Uni<Long> begin(Attempt attempt) {
        List<String> arguments = new ArrayList<>(attempt.script(BEGIN));
        arguments.add(String.valueOf(LEASE.toMillis()));
        attempt.limits().forEach(limit -> arguments.add(String.valueOf(limit)));
        return redis.execute("EVAL", arguments.toArray(String[]::new)).map(answer -> answer.toLong());
    }

    private Uni<Void> settle(Attempt attempt, String outcome) {
        List<String> arguments = new ArrayList<>(attempt.script(SETTLE));
        arguments.add(outcome);
        arguments.add(String.valueOf(config.failureWindow().toMillis()));
        return redis.execute("EVAL", arguments.toArray(String[]::new)).replaceWithVoid();
    }

    private static String outcome(Throwable failure) {
        if (failure == null) {
            return "right";
        }
        boolean wrong = failure instanceof ProblemException problem
                && (problem.error().status() == 401 || problem.error().status() == 403);
        return wrong ? "wrong" : "unknown";
    }

    private Attempt attempt(String account, Optional<String> address) {
        List<String> keys = new ArrayList<>(keys("account", account.strip().toLowerCase(Locale.ROOT)));
        List<Integer> limits = new ArrayList<>(List.of(config.failures()));
        address.ifPresent(from -> {
            keys.addAll(keys("address", from));
            limits.add(config.failuresPerAddress());
        });
        return new Attempt(UUID.randomUUID().toString(), keys, limits);
    }

    /** Keyed digests: Redis need not know the addresses of people who have no account here. */
    private List<String> keys(String kind, String name) {
        byte[] digest = seal.digest("login " + kind, name.getBytes(StandardCharsets.UTF_8));
        String subject = kind + ":" + HexFormat.of().formatHex(digest, 0, 16);
        return List.of("login-failures:" + subject, "login-attempts:" + subject);
    }

    /** One attempt: its own name, the keys and the limits of its subjects. */
    private record Attempt(String id, List<String> keys, List<Integer> limits) {
        /** The script with its keys and the attempt as first argument. */
        List<String> script(String script) {
            List<String> arguments = new ArrayList<>(List.of(script, String.valueOf(keys.size())));
            arguments.addAll(keys);
            arguments.add(id);
            return arguments;
        }
    }
}
