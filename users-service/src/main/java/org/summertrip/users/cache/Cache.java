package org.summertrip.users.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Cache-aside with leases. Who misses leaves a mark in the entry's place and fills the entry only if the mark is still there;
 * a change removes it. So a reader that was slow cannot bring back what has changed meanwhile, on whatever replica. Many readers
 * of one thing share one look-up.
 */
@Singleton
public class Cache {
    private static final String MARK = "?";
    private static final String MARK_MILLIS = "3000";
    private static final String FILL = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
            return 1""";

    private final ReactiveRedisDataSource redis;
    private final ObjectMapper mapper;
    private final MeterRegistry meters;
    private final CacheConfig config;
    private final Clock clock;
    private final ConcurrentMap<String, Uni<?>> flights = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> resting = new AtomicReference<>(Instant.EPOCH);

    public Cache(
            ReactiveRedisDataSource redis, ObjectMapper mapper, MeterRegistry meters, CacheConfig config, Clock clock) {
        this.redis = redis;
        this.mapper = mapper;
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /** What is kept here, named by {@code kind} and {@code id}, or what {@code load} finds. Nothing is not kept. */
    @SuppressWarnings("unchecked")
    public <T> Uni<Optional<T>> get(String kind, UUID id, Class<T> type, Supplier<Uni<Optional<T>>> load) {
        String key = key(kind, id);
        Context caller = io.vertx.core.Vertx.currentContext();
        return Uni.createFrom().deferred(() -> {
            Flight<T> mine = new Flight<>(kind, key, type, load);
            Uni<Optional<T>> shared = mine.start().memoize().indefinitely();
            Uni<?> theirs = flights.putIfAbsent(key, shared);
            Uni<Optional<T>> flight = theirs == null ? shared : (Uni<Optional<T>>) theirs;
            return flight.onTermination()
                    .invoke(() -> flights.remove(key, flight))
                    .emitOn(task -> on(caller, task));
        });
    }

    /** It has changed: nobody gets the old one from now on. To be called after the change is committed. */
    public Uni<Void> drop(String kind, UUID id) {
        String key = key(kind, id);
        flights.remove(key);
        return patiently(redis.execute("DEL", key))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static String key(String kind, UUID id) {
        return "cache:" + kind + ":" + id;
    }

    /** A flight is shared by many requests; each has to go on in its own context, where its session and identity are. */
    private static void on(Context caller, Runnable task) {
        if (caller == null || io.vertx.core.Vertx.currentContext() == caller) {
            task.run();
        } else {
            caller.runOnContext(ignored -> task.run());
        }
    }

    private <R> Uni<R> patiently(Uni<R> command) {
        return command.ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure()
                .invoke(() -> resting.set(clock.instant().plus(config.rest())));
    }

    /** One look-up. */
    private final class Flight<T> {
        private final String kind;
        private final String key;
        private final Class<T> type;
        private final Supplier<Uni<Optional<T>>> load;
        private final String mark = MARK + UUID.randomUUID();

        private Flight(String kind, String key, Class<T> type, Supplier<Uni<Optional<T>>> load) {
            this.kind = kind;
            this.key = key;
            this.type = type;
            this.load = load;
        }

        Uni<Optional<T>> start() {
            if (clock.instant().isBefore(resting.get())) {
                return bypass();
            }
            return patiently(redis.execute("GET", key))
                    .map(Optional::ofNullable)
                    .onFailure()
                    .recoverWithNull()
                    .flatMap(answer -> answer == null ? bypass() : found(answer.map(Response::toString)));
        }

        private Uni<Optional<T>> bypass() {
            count("bypass");
            return load.get();
        }

        private Uni<Optional<T>> found(Optional<String> stored) {
            Optional<T> hit = stored.filter(text -> !text.startsWith(MARK)).flatMap(this::read);
            if (hit.isPresent()) {
                count("hit");
                return Uni.createFrom().item(hit);
            }
            count("miss");
            return stored.isPresent()
                    ? load.get()
                    : patiently(redis.execute("SET", key, mark, "NX", "PX", MARK_MILLIS))
                            .onFailure()
                            .recoverWithNull()
                            .flatMap(marked -> load.get().call(loaded -> marked == null ? nothing() : fill(loaded)));
        }

        private Uni<Void> fill(Optional<T> loaded) {
            if (loaded.isEmpty()) {
                return nothing();
            }
            String ttl = String.valueOf(config.ttl().toMillis());
            return patiently(redis.execute("EVAL", FILL, "1", key, mark, write(loaded.get()), ttl))
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid();
        }

        private Uni<Void> nothing() {
            return Uni.createFrom().voidItem();
        }

        /** Empty when another version of the service wrote it. */
        private Optional<T> read(String text) {
            try {
                return Optional.of(mapper.readValue(text, type));
            } catch (JsonProcessingException foreign) {
                return Optional.empty();
            }
        }

        private String write(T value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("records can be written", impossible);
            }
        }

        private void count(String result) {
            meters.counter("cache.requests", "cache", kind, "result", result).increment();
        }
    }
}
