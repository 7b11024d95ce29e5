package org.summertrip.gateway.socket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.summertrip.gateway.Script;

/**
 * The gateways that are alive. Each gives a sign regularly, by the clock of Redis; the sessions of one that has stopped doing so are
 * closed by the others, each by whoever comes first, as of its last sign.
 */
@Singleton
public class Replicas {
    /** The channel on which a sign is also heard, which shows that subscriptions work. */
    static final String BEAT = "gateway.beat";

    private static final Logger LOG = Logger.getLogger(Replicas.class);
    private static final String ALIVE = "gateway:replicas";
    private static final int BEATS = 3;

    /** Answers whether this replica had been given up, then names and last signs of those that are to be. */
    private static final String SIGN = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
            redis.call('ZADD', KEYS[1], now, ARGV[1])
            redis.call('PUBLISH', ARGV[3], ARGV[1])
            local gone = (not before or now - before > tonumber(ARGV[2])) and 1 or 0
            local dead = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2], 'WITHSCORES')
            table.insert(dead, 1, gone)
            return dead
            """;

    private final SocketLane redis;
    private final Script sign;
    private final Sessions sessions;
    private final Presence presence;
    private final Connections connections;
    private final Live live;
    private final SocketConfig config;
    private final Vertx vertx;
    private final AtomicLong timer = new AtomicLong(-1);

    public Replicas(
            SocketLane redis,
            Sessions sessions,
            Presence presence,
            Connections connections,
            Live live,
            SocketConfig config,
            Vertx vertx) {
        this.redis = redis;
        this.sign = new Script(redis::send, SIGN);
        this.sessions = sessions;
        this.presence = presence;
        this.connections = connections;
        this.live = live;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.deadAfter().toMillis() / BEATS;
        timer.set(vertx.setPeriodic(0, pause, tick -> beat()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer.get());
    }

    private void beat() {
        live.renewIfSilent(config.deadAfter());
        sign.run(List.of(ALIVE), List.of(config.replica(), config.deadAfter().toMillis(), BEAT))
                .onSuccess(this::lookAround)
                .onFailure(failure -> LOG.debugf("no sign given cause=%s", failure));
    }

    private void lookAround(Response answer) {
        if (answer.get(0).toInteger() == 1) {
            connections.all().forEach(Connection::register);
        }
        for (int i = 1; i + 1 < answer.size(); i += 2) {
            bury(
                    answer.get(i).toString(),
                    Instant.ofEpochMilli(answer.get(i + 1).toLong()));
        }
    }

    private void bury(String replica, Instant lastSign) {
        sessions.heldBy(replica)
                .onSuccess(held -> {
                    if (held.isEmpty()) {
                        redis.send(Request.cmd(Command.ZREM).arg(ALIVE).arg(replica));
                    } else {
                        LOG.warnf("sessions of a dead gateway closed gateway=%s sessions=%d", replica, held.size());
                    }
                    held.forEach(each -> sessions.close(each, lastSign, "gateway-died")
                            .onSuccess(left -> presence.left(each.user(), left)));
                })
                .onFailure(failure -> LOG.debugf("dead gateway kept for later cause=%s", failure));
    }
}
