package org.summertrip.messaging.live;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.summertrip.messaging.cassandra.InOrder;

/** The streams {@code push:<userId>}, written here and nowhere else; the id of an entry is its {@code seq}. */
@Singleton
class PushStreams {
    static final String WAKE = "push.wake";
    private static final String KEY = "push:";
    private static final int COMMANDS_AT_ONCE = 2000;
    private static final int WOKEN_AT_ONCE = 1000;

    private final Redis redis;
    private final LiveConfig config;

    PushStreams(Redis redis, LiveConfig config) {
        this.redis = redis;
        this.config = config;
    }

    static String key(UUID userId) {
        return KEY + userId;
    }

    /** Appends, in this order, and then says who has something new. */
    Uni<Void> append(List<Letter> letters) {
        Set<UUID> receivers = letters.stream().map(Letter::userId).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Request> requests = new ArrayList<>(letters.size() + receivers.size());
        letters.forEach(letter -> requests.add(appending(letter)));
        receivers.forEach(userId -> requests.add(Request.cmd(Command.EXPIRE)
                .arg(key(userId))
                .arg(config.retention().toSeconds())));
        bundles(receivers).forEach(bundle -> requests.add(waking(bundle)));
        return InOrder.each(bundles(requests, COMMANDS_AT_ONCE), this::send);
    }

    Uni<Void> forget(UUID userId) {
        return send(List.of(Request.cmd(Command.DEL).arg(key(userId))));
    }

    private Uni<Void> send(List<Request> bundle) {
        return redis.batch(bundle).ifNoItem().after(config.timeout()).fail().replaceWithVoid();
    }

    private Request appending(Letter letter) {
        return Request.cmd(Command.XADD)
                .arg(key(letter.userId()))
                .arg("MAXLEN")
                .arg("~")
                .arg(config.kept())
                .arg("*")
                .arg("type")
                .arg(letter.type())
                .arg("data")
                .arg(letter.data());
    }

    private static Request waking(List<UUID> receivers) {
        return Request.cmd(Command.PUBLISH)
                .arg(WAKE)
                .arg(receivers.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private static List<List<UUID>> bundles(Collection<UUID> receivers) {
        return bundles(List.copyOf(receivers), WOKEN_AT_ONCE);
    }

    private static <T> List<List<T>> bundles(List<T> all, int size) {
        List<List<T>> bundles = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            bundles.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return bundles;
    }
}
