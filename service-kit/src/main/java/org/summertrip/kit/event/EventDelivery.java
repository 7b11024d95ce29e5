package org.summertrip.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.summertrip.kit.problem.Outages;

/** Brings one event to everybody in this service who wants it: tries, waits out outages, buries what is poison. */
@Singleton
public class EventDelivery {
    private static final Logger LOG = Logger.getLogger(EventDelivery.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 500;

    private final List<EventHandler> handlers;
    private final ReactiveStreamCommands<String, String, String> streams;
    private final ObjectMapper mapper;
    private final Outages outages;
    private final EventConfig config;
    private final Clock clock;

    public EventDelivery(
            @All List<EventHandler> handlers,
            ReactiveRedisDataSource redis,
            ObjectMapper mapper,
            Outages outages,
            EventConfig config,
            Clock clock) {
        this.handlers = handlers;
        this.streams = redis.stream(String.class, String.class, String.class);
        this.mapper = mapper;
        this.outages = outages;
        this.config = config;
        this.clock = clock;
    }

    /** Completes when the entry needs no further attention: taken in, of no interest, or buried with its reason. */
    Uni<Void> deliver(StreamEntry entry) {
        CloudEvent event;
        try {
            event = mapper.readValue(entry.payload() == null ? "" : entry.payload(), CloudEvent.class);
        } catch (JsonProcessingException unreadable) {
            return bury(entry, "not a CloudEvent: " + unreadable.getOriginalMessage());
        }
        return Uni.createFrom()
                .deferred(() -> handle(event))
                .onFailure(outages::isOutage)
                .retry()
                .withBackOff(config.retryPause(), LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .retry()
                .withBackOff(config.retryPause(), LONGEST_PAUSE)
                .atMost(config.tries() - 1L)
                .onFailure()
                .recoverWithUni(failure -> bury(entry, reason(failure)));
    }

    private Uni<Void> handle(CloudEvent event) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (EventHandler handler : handlers) {
            if (handler.types().contains(event.type())) {
                done = done.flatMap(before -> handler.handle(event));
            }
        }
        return done;
    }

    private Uni<Void> bury(StreamEntry entry, String reason) {
        LOG.errorf("event buried stream=%s.dead entry=%s reason=%s", entry.stream(), entry.id(), reason);
        Map<String, String> grave = Map.of(
                EventConsumer.FIELD,
                entry.payload() == null ? "" : entry.payload(),
                "entry",
                entry.id(),
                "reason",
                reason,
                "at",
                clock.instant().toString());
        return streams.xadd(entry.stream() + ".dead", grave).replaceWithVoid();
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure.getCause() != null && failure instanceof IllegalStateException ? failure.getCause() : failure;
        String text = String.valueOf(cause);
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
