package org.summertrip.users.erasure;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.users.session.Sessions;
import org.summertrip.users.user.Users;

/**
 * Forgets what this service keeps in Redis about an erased account, and writes its own receipt. By the event and not by the
 * request, so that it happens however the request ended.
 */
@Singleton
class RedisErasure implements EventHandler {
    private static final int KEYS_AT_ONCE = 1000;

    private final Sessions sessions;
    private final Users users;
    private final Erasures erasures;
    private final ReactiveRedisDataSource redis;
    private final Clock clock;

    RedisErasure(Sessions sessions, Users users, Erasures erasures, ReactiveRedisDataSource redis, Clock clock) {
        this.sessions = sessions;
        this.users = users;
        this.erasures = erasures;
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.erased");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        UUID userId = UUID.fromString(event.data().path("id").asText());
        return sessions.endAll(userId)
                .flatMap(ended -> users.forget(userId))
                .flatMap(forgotten -> forgetAttempts(userId))
                .flatMap(attempts -> erasures.receive(
                        userId, "users-service", clock.instant(), Map.of("accounts", 1L, "attempts", attempts)));
    }

    /** Remembered answers to idempotent requests: they are gone within a day anyway, but that is not now. */
    private Uni<Long> forgetAttempts(UUID userId) {
        KeyScanArgs args = new KeyScanArgs().match("idem:" + userId + ":*").count(KEYS_AT_ONCE);
        return redis.key()
                .scan(args)
                .toMulti()
                .onItem()
                .transformToUniAndConcatenate(key -> redis.key().del(key))
                .collect()
                .with(java.util.stream.Collectors.counting());
    }
}
