package org.summertrip.gateway.limit;

import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Singleton;

/** Remembers how Quarkus was told to reach Redis (address, password, TLS), for connections that are not of its pool. */
@Singleton
public class RedisSettings implements RedisOptionsCustomizer {
    private volatile RedisOptions known;

    @Override
    public void customize(String client, RedisOptions options) {
        known = options;
    }

    /** A copy of the settings of the client that was made, of which there is one. */
    RedisOptions of(Redis made) {
        if (made == null || known == null) {
            throw new IllegalStateException("Redis has no settings");
        }
        return new RedisOptions(known);
    }
}
