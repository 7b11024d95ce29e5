package org.summertrip.files.quota;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.summertrip.files.erased.ErasedPeople;

/**
 * Two keys per person: a hash of bytes by file with their sum, and a sorted set of those files that are still on their way, by when
 * their lease ends. Every change is one script, so the sum is always right.
 */
@ApplicationScoped
class UsageStore {
    /** Beyond, Redis counts as down. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Who uploads nothing for so long is counted anew. Longer than any lease. */
    private static final long KEPT_SECONDS = Duration.ofDays(7).toSeconds();
    /** Somebody who is full and keeps trying must not make us list the bucket each time. */
    private static final long LOOK_AGAIN_MILLIS = 5_000;

    private static final int FILES_AT_ONCE = 500;
    private static final Set<String> NO_FILES = Set.of("sum", "loaded");

    private static final String FORGET_FUNCTION = """
            local sum = tonumber(redis.call('HGET', KEYS[1], 'sum') or '0')
            local function forget(id)
              sum = sum - tonumber(redis.call('HGET', KEYS[1], id) or '0')
              redis.call('HDEL', KEYS[1], id)
              redis.call('ZREM', KEYS[2], id)
            end
            """;

    /** File, bytes, limit, lease in milliseconds, how long all is kept. */
    private static final String RESERVE = FORGET_FUNCTION + """
            if redis.call('EXISTS', KEYS[3]) == 1 then return 'ERASED' end
            if redis.call('HEXISTS', KEYS[1], 'loaded') == 0 then return 'UNKNOWN' end
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local bytes = tonumber(ARGV[2])
            local before = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
            if bytes > before and sum - before + bytes > tonumber(ARGV[3]) then
              for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
                if id ~= ARGV[1] then forget(id) end
              end
              redis.call('HSET', KEYS[1], 'sum', string.format('%.0f', sum))
              if sum - before + bytes > tonumber(ARGV[3]) then return 'REFUSED' end
            end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2], 'sum', string.format('%.0f', sum - before + bytes))
            redis.call('ZADD', KEYS[2], string.format('%.0f', now + tonumber(ARGV[4])), ARGV[1])
            redis.call('EXPIRE', KEYS[1], ARGV[5])
            redis.call('EXPIRE', KEYS[2], ARGV[5])
            return 'RESERVED'
            """;

    /** File, bytes. What is not loaded is counted when it is. */
    private static final String SETTLE = FORGET_FUNCTION + """
            if redis.call('EXISTS', KEYS[3]) == 1 then return 'ERASED' end
            if redis.call('HEXISTS', KEYS[1], 'loaded') == 0 then return 'UNKNOWN' end
            forget(ARGV[1])
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2], 'sum', string.format('%.0f', sum + tonumber(ARGV[2])))
            return 'SETTLED'
            """;

    /** Files. */
    private static final String FORGET = FORGET_FUNCTION + """
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            for _, id in ipairs(ARGV) do forget(id) end
            redis.call('HSET', KEYS[1], 'sum', string.format('%.0f', sum))
            return 1
            """;

    /** Files and bytes in turn. */
    private static final String ADD = """
            local sum = tonumber(redis.call('HGET', KEYS[1], 'sum') or '0')
            for i = 1, #ARGV, 2 do
              if redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1]) == 1 then sum = sum + tonumber(ARGV[i + 1]) end
            end
            redis.call('HSET', KEYS[1], 'sum', string.format('%.0f', sum))
            return 1
            """;

    private final ReactiveRedisDataSource redis;
    private final ErasedPeople erased;

    UsageStore(ReactiveRedisDataSource redis, ErasedPeople erased) {
        this.redis = redis;
        this.erased = erased;
    }

    enum Outcome {
        RESERVED,
        REFUSED,
        /** Nothing is known of this person. */
        UNKNOWN,
        /** The account is gone. */
        ERASED
    }

    Uni<Outcome> reserve(UUID ownerId, UUID fileId, long bytes, long limit, Duration lease) {
        return run(RESERVE, ownerId, fileId, bytes, limit, lease.toMillis(), KEPT_SECONDS)
                .map(answer -> Outcome.valueOf(answer.toString()));
    }

    /** Answers whether the account is still there. */
    Uni<Boolean> settle(UUID ownerId, UUID fileId, long bytes) {
        return run(SETTLE, ownerId, fileId, bytes)
                .map(answer -> !answer.toString().equals("ERASED"));
    }

    Uni<Void> forget(UUID ownerId, Collection<String> files) {
        return inTurns(List.copyOf(files), FILES_AT_ONCE, some -> run(FORGET, ownerId, some.toArray()));
    }

    /** Takes in what is in the bucket; what is known already stays as it is. */
    Uni<Void> load(UUID ownerId, Map<String, Long> sizes) {
        List<String> flat = new ArrayList<>();
        sizes.forEach((id, size) -> flat.addAll(List.of(id, String.valueOf(size))));
        return inTurns(flat, 2 * FILES_AT_ONCE, some -> run(ADD, ownerId, some.toArray()))
                .flatMap(added -> within(redis.execute("HSET", hash(ownerId), "loaded", "1")))
                .replaceWithVoid();
    }

    /** The files that are counted and not on their way. */
    Uni<Set<String>> settledFiles(UUID ownerId) {
        return within(redis.hash(String.class, String.class, String.class).hkeys(hash(ownerId)))
                .flatMap(known -> within(
                                redis.sortedSet(String.class, String.class).zrange(leases(ownerId), 0, -1))
                        .map(leased -> {
                            Set<String> settled = new HashSet<>(known);
                            settled.removeAll(NO_FILES);
                            leased.forEach(settled::remove);
                            return settled;
                        }));
    }

    Uni<Boolean> mayLookAgain(UUID ownerId) {
        return within(redis.execute(
                        "SET", hash(ownerId) + ":looked", "1", "NX", "PX", String.valueOf(LOOK_AGAIN_MILLIS)))
                .map(set -> set != null);
    }

    /** The sum, unless nothing is known of this person. */
    Uni<Optional<Long>> total(UUID ownerId) {
        return within(redis.hash(String.class, String.class, String.class).hmget(hash(ownerId), "loaded", "sum"))
                .map(fields -> Optional.ofNullable(fields.get("loaded"))
                        .map(loaded -> Optional.ofNullable(fields.get("sum"))
                                .map(Long::valueOf)
                                .orElse(0L)));
    }

    Uni<Void> drop(UUID ownerId) {
        return within(redis.key().del(hash(ownerId), leases(ownerId), hash(ownerId) + ":looked"))
                .replaceWithVoid();
    }

    private Uni<Response> run(String script, UUID ownerId, Object... arguments) {
        List<String> command =
                new ArrayList<>(List.of(script, "3", hash(ownerId), leases(ownerId), erased.key(ownerId)));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return within(redis.execute("EVAL", command.toArray(String[]::new)));
    }

    private static Uni<Void> inTurns(List<String> all, int atOnce, Function<List<String>, Uni<Response>> step) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < all.size(); from += atOnce) {
            List<String> some = all.subList(from, Math.min(from + atOnce, all.size()));
            done = done.flatMap(before -> step.apply(some)).replaceWithVoid();
        }
        return done;
    }

    private static <T> Uni<T> within(Uni<T> command) {
        return command.ifNoItem().after(PATIENCE).fail();
    }

    private static String hash(UUID ownerId) {
        return "files:usage:" + ownerId;
    }

    private static String leases(UUID ownerId) {
        return hash(ownerId) + ":leases";
    }
}
