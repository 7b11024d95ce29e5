package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.summertrip.gateway.auth.KnownTokens;
import org.summertrip.gateway.socket.Feed.Entry;
import org.summertrip.gateway.socket.Sessions.Held;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.identity.VerifiedToken;

/** What all connections of a replica share. */
@Singleton
public record Hub(
        SocketConfig config,
        Connections connections,
        Sessions sessions,
        Feed feed,
        Presence presence,
        Typing typing,
        Frames frames,
        Tools tools) {
    private static final Logger LOG = Logger.getLogger(Hub.class);
    private static final int END_TRIES = 60;
    private static final long END_PAUSE_MILLIS = 2_000;

    long now() {
        return tools.clock().millis();
    }

    UUID newId() {
        return tools.ids().next();
    }

    Session newSession(String token, VerifiedToken verified) {
        return new Session(newId(), tools.vault().newSecret(), token, verified);
    }

    Future<VerifiedToken> verify(String token) {
        return Future.fromCompletionStage(
                Uni.createFrom().deferred(() -> tools.tokens().verify(token)).subscribeAsCompletionStage());
    }

    Delivery.Environment delivery(Consumer<Entry> onEvent, Runnable onGap) {
        return new Delivery.Environment(feed, config.page(), tools.clock(), tools.vertx(), onEvent, onGap);
    }

    Map<String, Object> status(UUID user, String status) {
        return Map.of("userId", user, "status", status);
    }

    /** A stretch is over: this replica's affair alone, as long as it lives, and therefore tried until Redis has it. */
    void ended(Held held, String reason) {
        ended(held, tools.clock().instant(), reason, END_TRIES);
    }

    private void ended(Held held, Instant at, String reason, int tries) {
        sessions.close(held, at, reason)
                .onSuccess(left -> presence.left(held.user(), left))
                .onFailure(failure -> {
                    if (tries > 1) {
                        tools.vertx().setTimer(END_PAUSE_MILLIS, timer -> ended(held, at, reason, tries - 1));
                    } else {
                        LOG.warnf("end of session not told session=%s cause=%s", held.session(), failure);
                    }
                });
    }

    void count(CloseCode code) {
        tools.meters()
                .counter("gateway.sockets.closed", "code", Integer.toString(code.number()))
                .increment();
    }

    /** Whether a token was looked at and found wanting, as opposed to not looked at. */
    static boolean isRejection(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                || failure.getCause() instanceof AuthenticationFailedException;
    }

    static Optional<UUID> uuid(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(UUID.fromString(node.asText())) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What it takes from others. */
    @Singleton
    public record Tools(Vertx vertx, Clock clock, Ids ids, Vault vault, KnownTokens tokens, MeterRegistry meters) {}
}
