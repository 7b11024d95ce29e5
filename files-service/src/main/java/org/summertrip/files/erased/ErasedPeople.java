package org.summertrip.files.erased;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.summertrip.kit.secret.Seal;

/** Remembers them for a while by a keyed digest, since their id is one of the things that must go. */
@Singleton
public class ErasedPeople {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ReactiveRedisDataSource redis;
    private final Seal seal;

    ErasedPeople(ReactiveRedisDataSource redis, Seal seal) {
        this.redis = redis;
        this.seal = seal;
    }

    /** The key in Redis that exists when this person has been erased, for scripts to ask. */
    public String key(UUID userId) {
        byte[] digest = seal.digest("erased", userId.toString().getBytes(StandardCharsets.US_ASCII));
        return "files:erased:" + HexFormat.of().formatHex(digest);
    }

    public Uni<Void> remember(UUID userId) {
        return redis.value(String.class, String.class)
                .setex(key(userId), REMEMBERED.toSeconds(), "1")
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }
}
