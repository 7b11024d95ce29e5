package org.summertrip.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * Keeps streams from growing for ever without ever cutting off what somebody still needs: entries go only when they are older
 * than the retention <em>and</em> behind every consumer group, its unacknowledged entries included.
 */
@Singleton
public class StreamTrimmer {
    private static final Comparator<String> BY_TIME =
            Comparator.comparingLong(StreamTrimmer::millis).thenComparingLong(StreamTrimmer::sequence);

    private final Redis redis;
    private final EventConfig config;
    private final Clock clock;

    public StreamTrimmer(Redis redis, EventConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    Uni<Void> trim(String stream) {
        String retained = clock.instant().minus(config.retention()).toEpochMilli() + "-0";
        return redis.send(Request.cmd(Command.XINFO).arg("GROUPS").arg(stream))
                .flatMap(groups -> oldestNeeded(stream, groups, retained))
                .flatMap(oldest -> redis.send(
                        Request.cmd(Command.XTRIM).arg(stream).arg("MINID").arg(oldest)))
                .replaceWithVoid();
    }

    private Uni<String> oldestNeeded(String stream, Response groups, String retained) {
        List<Uni<String>> needs = StreamSupport.stream(groups.spliterator(), false)
                .map(group -> oldestNeededBy(stream, group))
                .toList();
        if (needs.isEmpty()) {
            return Uni.createFrom().item("0-0");
        }
        return Uni.join().all(needs).andFailFast().map(ids -> {
            String oldest = ids.stream().filter(Objects::nonNull).min(BY_TIME).orElse(retained);
            return BY_TIME.compare(oldest, retained) < 0 ? oldest : retained;
        });
    }

    private Uni<String> oldestNeededBy(String stream, Response group) {
        String name = group.get("name").toString();
        String delivered = group.get("last-delivered-id").toString();
        return redis.send(Request.cmd(Command.XPENDING).arg(stream).arg(name)).map(pending -> {
            Response smallest = pending.get(1);
            return smallest == null ? delivered : smallest.toString();
        });
    }

    private static long millis(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    private static long sequence(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}
