package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.gateway.Script;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;

/**
 * The sockets that are open, as Redis knows them: what a resume needs, which replica holds which, who is there. Opening and closing are
 * one script each, which also writes the event, so that none of it is ever there without the rest and every end is told once.
 *
 * <p>A session that is resumed has several stretches, one for each socket; each has a beginning and an end.
 */
@Singleton
public class Sessions {
    private static final String KEPT = "socket:";
    private static final String HELD = "gateway:sockets:";
    private static final String PRESENT = "presence:";
    private static final String EVENTS = "events.gateway";
    private static final int NAME_PARTS = 2;

    private static final String OPEN = """
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            redis.call('HSET', KEYS[2], ARGV[3], ARGV[4])
            redis.call('SADD', KEYS[3], ARGV[3])
            redis.call('XADD', KEYS[4], '*', 'event', ARGV[5])
            return redis.call('SCARD', KEYS[3])
            """;

    private static final String CLOSE = """
            if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return -1 end
            redis.call('SREM', KEYS[2], ARGV[1])
            redis.call('XADD', KEYS[3], '*', 'event', ARGV[2])
            return redis.call('SCARD', KEYS[2])
            """;

    private final SocketLane redis;
    private final Script open;
    private final Script close;
    private final Vault vault;
    private final Ids ids;
    private final ObjectMapper mapper;
    private final SocketConfig config;
    private final Clock clock;

    public Sessions(SocketLane redis, Vault vault, Ids ids, ObjectMapper mapper, SocketConfig config, Clock clock) {
        this.redis = redis;
        this.open = new Script(redis::send, OPEN);
        this.close = new Script(redis::send, CLOSE);
        this.vault = vault;
        this.ids = ids;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins a stretch.
     *
     * @return how many sockets the person now has, on all gateways
     */
    Future<Long> open(Session session, UUID stretch) {
        Instant now = clock.instant();
        return open.run(
                        List.of(KEPT + session.id(), HELD + config.replica(), PRESENT + session.user(), EVENTS),
                        List.of(
                                vault.lock(session.user() + " " + session.token(), session.secret()),
                                config.resumeWithin().toMillis(),
                                stretch,
                                session.id() + " " + session.user(),
                                event("session.started", session.id(), session.user(), now, config.replica(), null)))
                .map(count -> count.toLong());
    }

    /**
     * Ends a stretch, unless somebody else has.
     *
     * @return how many sockets the person still has; negative when it had ended already
     */
    Future<Long> close(Held held, Instant at, String reason) {
        String event = event("session.ended", held.session(), held.user(), at, held.replica(), reason);
        return close.run(List.of(HELD + held.replica(), PRESENT + held.user(), EVENTS), List.of(held.stretch(), event))
                .map(count -> count.toLong());
    }

    /** Keeps what a resume needs for as long as it may come after now. */
    Future<Void> keep(Session session) {
        return redis.send(Request.cmd(Command.SET)
                        .arg(KEPT + session.id())
                        .arg(vault.lock(session.user() + " " + session.token(), session.secret()))
                        .arg("PX")
                        .arg(config.resumeWithin().toMillis()))
                .mapEmpty();
    }

    /** What was kept under the name that the client was given; empty when it is gone or the name is not ours. */
    Future<Optional<Kept>> find(String name) {
        String[] parts = name.split("\\.", NAME_PARTS);
        Optional<UUID> id = id(parts[0]);
        if (parts.length < NAME_PARTS || id.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return redis.send(Request.cmd(Command.GET).arg(KEPT + id.get()))
                .map(locked -> Optional.ofNullable(locked)
                        .flatMap(text -> vault.unlock(text.toString(), parts[1]))
                        .map(text -> text.split(" ", NAME_PARTS))
                        .map(text -> new Kept(id.get(), parts[1], UUID.fromString(text[0]), text[1])));
    }

    /** Every stretch that a replica holds. */
    Future<List<Held>> heldBy(String replica) {
        return redis.send(Request.cmd(Command.HGETALL).arg(HELD + replica))
                .map(all -> all.getKeys().stream()
                        .map(stretch -> {
                            String[] parts = all.get(stretch).toString().split(" ", NAME_PARTS);
                            return new Held(
                                    UUID.fromString(stretch),
                                    UUID.fromString(parts[0]),
                                    UUID.fromString(parts[1]),
                                    replica);
                        })
                        .toList());
    }

    /** How many sockets somebody has, on all gateways. */
    Future<Long> presence(UUID user) {
        return redis.send(Request.cmd(Command.SCARD).arg(PRESENT + user)).map(count -> count.toLong());
    }

    /** Who of these has any socket. */
    Future<List<UUID>> present(List<UUID> users) {
        if (users.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<Request> requests = users.stream()
                .map(user -> Request.cmd(Command.EXISTS).arg(PRESENT + user))
                .toList();
        return redis.batch(requests)
                .map(answers -> java.util.stream.IntStream.range(0, users.size())
                        .filter(i -> answers.get(i).toInteger() == 1)
                        .mapToObj(users::get)
                        .toList());
    }

    private String event(String type, UUID session, UUID user, Instant at, String replica, String reason) {
        ObjectNode data = mapper.createObjectNode()
                .put("sessionId", session.toString())
                .put("userId", user.toString())
                .put("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("gateway", replica);
        if (reason != null) {
            data.put("reason", reason);
        }
        CloudEvent event = CloudEvent.of(ids.next(), "gateway", type, session.toString(), at, data);
        return mapper.valueToTree(event).toString();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What a resume finds; the token may have expired meanwhile. */
    record Kept(UUID id, String secret, UUID user, String token) {}

    /** A stretch of a session on a replica. */
    record Held(UUID stretch, UUID session, UUID user, String replica) {}
}
