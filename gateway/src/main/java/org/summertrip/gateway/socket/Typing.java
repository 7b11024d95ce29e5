package org.summertrip.gateway.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
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
 * Somebody is writing in a conversation. messaging-service says who else is in it, or that the writer is not; the answer is remembered
 * for a while, because people type more often than they join. Without messaging-service nobody is told.
 */
@Singleton
public class Typing {
    static final String CHANNEL = "typing";

    private static final Logger LOG = Logger.getLogger(Typing.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int AS_MANY = 10_000;
    private static final int OK = 200;

    private final SocketLane redis;
    private final Calls calls;
    private final ObjectMapper mapper;
    private final Cache<Place, List<UUID>> participants;

    public Typing(SocketLane redis, Calls calls, ObjectMapper mapper, SocketConfig config) {
        this.redis = redis;
        this.calls = calls;
        this.mapper = mapper;
        this.participants = Caffeine.newBuilder()
                .maximumSize(AS_MANY)
                .expireAfterWrite(config.audienceFor())
                .build();
    }

    void tell(Session session, UUID conversation) {
        Place place = new Place(conversation, session.user());
        List<UUID> known = participants.getIfPresent(place);
        Future<List<UUID>> asked = known == null ? ask(session, place) : Future.succeededFuture(known);
        asked.compose(others -> publish(place, others))
                .onFailure(failure -> LOG.debugf("typing not told cause=%s", failure));
    }

    private Future<List<UUID>> ask(Session session, Place place) {
        String uri = "/internal/conversations/" + place.conversation() + "/participants";
        return calls.get("messaging-service", uri, session.authorization(), null, DEADLINE)
                .compose(answer -> answer.body().map(body -> answer.statusCode() == OK ? read(body) : List.<UUID>of()))
                .onSuccess(others -> participants.put(place, others));
    }

    private Future<Void> publish(Place place, List<UUID> others) {
        if (others.isEmpty()) {
            return Future.succeededFuture();
        }
        Map<String, Object> news = Map.of("conversationId", place.conversation(), "userId", place.user(), "to", others);
        return redis.send(Request.cmd(Command.PUBLISH)
                        .arg(CHANNEL)
                        .arg(mapper.valueToTree(news).toString()))
                .mapEmpty();
    }

    private List<UUID> read(Buffer body) {
        try {
            return Audience.ids(mapper.readTree(body.getBytes()).path("userIds"));
        } catch (IOException unreadable) {
            throw new IllegalStateException("not JSON", unreadable);
        }
    }

    private record Place(UUID conversation, UUID user) {}
}
