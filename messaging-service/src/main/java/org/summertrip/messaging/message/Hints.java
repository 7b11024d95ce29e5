package org.summertrip.messaging.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.outbox.Leadership;

/**
 * Where something was just written and nobody has been told yet: of each conversation and bucket the oldest such message. What
 * another replica wrote comes over a list in Redis. Only hints: what gets lost here is found by a sweep some seconds later.
 */
@Singleton
class Hints {
    private static final String KEY = "messages:untold";
    private static final int MOST = 100_000;
    private static final int TAKEN_AT_ONCE = 1000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Longer no sender waits for others to be told in the order of sending. */
    private static final Duration SENDERS_PATIENCE = Duration.ofMillis(250);

    private final Redis redis;
    private final BooleanSupplier telling;
    private final Map<Place, UUID> oldest = new ConcurrentHashMap<>();

    @Inject
    Hints(Redis redis, Leadership leadership) {
        this(redis, leadership::holds);
    }

    /** @param telling whether this replica is the one that tells */
    Hints(Redis redis, BooleanSupplier telling) {
        this.redis = redis;
        this.telling = telling;
    }

    /**
     * Completes when the replica that tells can know of a message: what is sent after that is told after it. Never fails; what it
     * cannot be let know now is passed on later.
     */
    Uni<Void> give(UUID conversationId, UUID messageId) {
        if (telling.getAsBoolean()) {
            add(conversationId, messageId);
            return Uni.createFrom().voidItem();
        }
        return push(List.of(new Hint(new Place(conversationId, Bucket.of(messageId)), messageId)))
                .ifNoItem()
                .after(SENDERS_PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(() -> {
                    add(conversationId, messageId);
                    return null;
                });
    }

    void add(UUID conversationId, UUID messageId) {
        if (oldest.size() < MOST) {
            oldest.merge(new Place(conversationId, Bucket.of(messageId)), messageId, Uuid7::earlier);
        }
    }

    /** Takes some, after all that other replicas have given so far. */
    Uni<List<Hint>> take(int most) {
        return redis.send(Request.cmd(Command.LPOP).arg(KEY).arg(TAKEN_AT_ONCE))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(this::read)
                .flatMap(read -> read < TAKEN_AT_ONCE ? Uni.createFrom().item(takeOwn(most)) : take(most));
    }

    boolean isEmpty() {
        return oldest.isEmpty();
    }

    /** Gives all of them to the replica that tells; keeps them while that fails. */
    Uni<Void> passOn() {
        List<Hint> all = takeOwn(MOST);
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return push(all)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> all.forEach(hint -> add(hint.place.conversationId(), hint.from)));
    }

    private Uni<Void> push(List<Hint> hints) {
        Request push = Request.cmd(Command.RPUSH).arg(KEY);
        hints.forEach(hint -> push.arg(hint.place.conversationId() + " " + hint.from));
        return redis.batch(List.of(push, Request.cmd(Command.EXPIRE).arg(KEY).arg(KEPT.toSeconds())))
                .replaceWithVoid();
    }

    private int read(Response entries) {
        if (entries == null) {
            return 0;
        }
        for (Response entry : entries) {
            String[] ids = entry.toString().split(" ", 2);
            add(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        }
        return entries.size();
    }

    private List<Hint> takeOwn(int most) {
        List<Hint> taken = new ArrayList<>();
        Iterator<Place> places = oldest.keySet().iterator();
        while (taken.size() < most && places.hasNext()) {
            Place place = places.next();
            UUID from = oldest.remove(place);
            if (from != null) {
                taken.add(new Hint(place, from));
            }
        }
        return taken;
    }

    /**
     * Something to tell.
     *
     * @param from the oldest message that others may not have been told of
     */
    record Hint(Place place, UUID from) {}
}
