package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The one subscription of this replica. A message that is lost with its connection costs nothing that is kept: when the subscription is
 * back, every socket looks at its stream.
 */
@Singleton
public class Live {
    static final String REVOKED = "revoked";

    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final String WAKE = "push.wake";
    private static final long RETRY_MILLIS = 500;

    private final io.vertx.redis.client.Redis redis;
    private final Connections connections;
    private final Frames frames;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicLong heardAt = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicReference<RedisConnection> subscription = new AtomicReference<>();

    public Live(Redis redis, Connections connections, Frames frames, Vertx vertx, Clock clock) {
        this.redis = redis.getDelegate();
        this.connections = connections;
        this.frames = frames;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        running.set(true);
        vertx.getOrCreateContext().runOnContext(here -> subscribe());
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
        drop(subscription.getAndSet(null));
    }

    /** Every gateway is heard regularly, this one too: a connection that brings nothing is dead without saying so. */
    void renewIfSilent(Duration patience) {
        boolean silent = clock.millis() - heardAt.get() > patience.toMillis();
        RedisConnection old = silent ? subscription.getAndSet(null) : null;
        if (old != null) {
            LOG.warn("subscription renewed");
            drop(old);
            subscribe();
        }
    }

    private void subscribe() {
        if (!running.get()) {
            return;
        }
        redis.connect().compose(this::listen).onFailure(failure -> {
            LOG.debugf("no subscription cause=%s", failure);
            vertx.setTimer(RETRY_MILLIS, timer -> subscribe());
        });
    }

    private Future<Void> listen(RedisConnection connection) {
        connection.handler(this::message);
        connection.endHandler(gone -> lost(connection));
        connection.exceptionHandler(broken -> lost(connection));
        Request channels = Request.cmd(Command.SUBSCRIBE)
                .arg(WAKE)
                .arg(Typing.CHANNEL)
                .arg(Presence.CHANNEL)
                .arg(REVOKED)
                .arg(Replicas.BEAT);
        return connection
                .send(channels)
                .onFailure(failure -> drop(connection))
                .onSuccess(listening -> {
                    heardAt.set(clock.millis());
                    subscription.set(connection);
                    connections.all().forEach(Connection::wake);
                })
                .mapEmpty();
    }

    private void lost(RedisConnection connection) {
        if (subscription.compareAndSet(connection, null)) {
            vertx.setTimer(RETRY_MILLIS, timer -> subscribe());
        }
    }

    private static void drop(RedisConnection connection) {
        if (connection != null) {
            connection.close();
        }
    }

    private void message(Response message) {
        if (message == null
                || message.size() < 3
                || !"message".equals(message.get(0).toString())) {
            return;
        }
        String text = message.get(2).toString();
        heardAt.set(clock.millis());
        switch (message.get(1).toString()) {
            case WAKE -> wake(text);
            case Typing.CHANNEL -> frames.readPublished(text).ifPresent(this::typing);
            case Presence.CHANNEL -> frames.readPublished(text).ifPresent(this::presence);
            case REVOKED -> revoked(text);
            default -> LOG.trace("a sign of life");
        }
    }

    private void wake(String users) {
        for (String user : users.split(",")) {
            id(user.strip()).flatMap(id -> connections.of(id).stream()).forEach(Connection::wake);
        }
    }

    private void typing(JsonNode news) {
        Map<String, Object> data = Map.of(
                "conversationId",
                news.path("conversationId").asText(),
                "userId",
                news.path("userId").asText());
        Audience.ids(news.path("to")).stream()
                .filter(user -> !user.toString().equals(data.get("userId")))
                .flatMap(user -> connections.of(user).stream())
                .forEach(connection -> connection.tell("typing", data));
    }

    private void presence(JsonNode news) {
        String user = news.path("userId").asText();
        Map<String, Object> data =
                Map.of("userId", user, "status", news.path("status").asText());
        connections.of(Audience.ids(news.path("friends")).stream(), Audience.ids(news.path("groups")).stream()).stream()
                .filter(connection -> connection.session() != null
                        && !connection.session().user().toString().equals(user))
                .forEach(connection -> connection.tell("presence.changed", data));
    }

    /** {@code user:<id>} for everything of a person, {@code session:<id>} for one sign-in. */
    private void revoked(String whose) {
        int colon = whose.indexOf(':');
        UUID id = id(whose.substring(colon + 1)).findFirst().orElse(null);
        boolean person = whose.startsWith("user:");
        connections.all().stream()
                .filter(connection -> connection.session() != null)
                .filter(connection -> person
                        ? connection.session().user().equals(id)
                        : id != null
                                && id.equals(connection.session().verified().sessionId()))
                .forEach(connection -> connection.close(CloseCode.TOKEN));
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Stream.empty();
        }
    }
}
