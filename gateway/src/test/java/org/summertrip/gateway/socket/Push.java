package org.summertrip.gateway.socket;

import io.quarkus.redis.datasource.RedisDataSource;
import java.util.Map;
import java.util.UUID;

/** What messaging-service does when a person is to be told something. */
final class Push {
    private final RedisDataSource redis;

    Push(RedisDataSource redis) {
        this.redis = redis;
    }

    /** Appends and wakes. */
    String tell(UUID user, String type, String data) {
        String seq = append(user, type, data);
        wake(user);
        return seq;
    }

    /** Appends only, as when the wake is lost. */
    String append(UUID user, String type, String data) {
        return redis.stream(String.class, String.class, String.class)
                .xadd("push:" + user, Map.of("type", type, "data", data));
    }

    void wake(UUID user) {
        redis.pubsub(String.class).publish("push.wake", UUID.randomUUID() + "," + user);
    }

    void trim(UUID user, int left) {
        redis.execute("XTRIM", "push:" + user, "MAXLEN", Integer.toString(left));
    }
}
