package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.gateway.Calls;

/**
 * Who is there. Told to friends and to those in a common group and to nobody else, when the first socket of a person opens and some time
 * after the last is gone. Without graph-service nobody is told; everything else goes on.
 */
@Singleton
public class Presence {
    static final String CHANNEL = "presence";

    private static final Logger LOG = Logger.getLogger(Presence.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String KEY = "presence:audience:";
    private static final int OK = 200;
    /** Of so many friends one is told at the beginning whether they are there. */
    private static final int TOLD = 1_000;

    private final SocketLane redis;
    private final Calls calls;
    private final Sessions sessions;
    private final Vertx vertx;
    private final ObjectMapper mapper;
    private final SocketConfig config;

    public Presence(
            SocketLane redis, Calls calls, Sessions sessions, Vertx vertx, ObjectMapper mapper, SocketConfig config) {
        this.redis = redis;
        this.calls = calls;
        this.sessions = sessions;
        this.vertx = vertx;
        this.mapper = mapper;
        this.config = config;
    }

    /** Who is to hear of this person, from graph-service; nobody when it does not answer. */
    Future<Audience> audience(Session session) {
        return calls.get("graph-service", "/internal/audience", session.authorization(), null, DEADLINE)
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : answer.body().compose(body -> Future.failedFuture("status " + answer.statusCode())))
                .map(this::read)
                .compose(answer -> redis.send(Request.cmd(Command.SET)
                                .arg(KEY + session.user())
                                .arg(answer.toString())
                                .arg("PX")
                                .arg(KEPT.toMillis()))
                        .map(Audience.of(answer)))
                .otherwise(failure -> {
                    LOG.debugf("audience unknown userId=%s cause=%s", session.user(), failure);
                    return Audience.NOBODY;
                });
    }

    /** The same as it was last known: to a resume, and when the gateway that knew it has died. */
    Future<Audience> lastKnown(UUID user) {
        return redis.send(Request.cmd(Command.GET).arg(KEY + user))
                .map(text -> text == null ? Audience.NOBODY : Audience.of(read(Buffer.buffer(text.toString()))))
                .otherwise(Audience.NOBODY);
    }

    /** Which of the friends are there. */
    Future<List<UUID>> present(Audience audience) {
        List<UUID> friends = audience.friends();
        return sessions.present(friends.subList(0, Math.min(TOLD, friends.size())));
    }

    /** A socket was opened, and there are now so many. */
    void arrived(UUID user, long sockets, Audience audience) {
        if (sockets == 1) {
            announce(user, "online", audience);
        }
    }

    /** A socket is gone, and so many are left. */
    void left(UUID user, long sockets) {
        if (sockets == 0) {
            vertx.setTimer(
                    Math.max(1, config.offlineAfter().toMillis()),
                    timer -> sessions.presence(user).onSuccess(now -> {
                        if (now == 0) {
                            lastKnown(user).onSuccess(audience -> announce(user, "offline", audience));
                        }
                    }));
        }
    }

    private void announce(UUID user, String status, Audience audience) {
        Map<String, Object> news =
                Map.of("userId", user, "status", status, "friends", audience.friends(), "groups", audience.groups());
        redis.send(Request.cmd(Command.PUBLISH)
                        .arg(CHANNEL)
                        .arg(mapper.valueToTree(news).toString()))
                .onFailure(failure -> LOG.debugf("presence not told cause=%s", failure));
    }

    private JsonNode read(Buffer body) {
        try {
            return mapper.readTree(body.getBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException("not JSON", unreadable);
        }
    }
}
