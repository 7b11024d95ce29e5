package org.summertrip.kit.event;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.ClaimedMessages;
import io.quarkus.redis.datasource.stream.ReactiveStreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XGroupCreateArgs;
import io.quarkus.redis.datasource.stream.XReadGroupArgs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Reads the streams of the other services as one member of this service's consumer group, one event after the other, and
 * acknowledges each when it has been taken in or buried. Starts by itself where {@code summer-trip.events.streams} is set.
 */
@Singleton
public class EventConsumer {
    /** The one field of a stream entry. */
    static final String FIELD = "event";

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(1);

    private final ReactiveStreamCommands<String, String, String> streams;
    private final EventDelivery delivery;
    private final StreamTrimmer trimmer;
    private final Vertx vertx;
    private final EventConfig config;
    private final String group;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    /** Reclaiming takes its turn with reading, so that no event is ever handled twice at once in one replica. */
    private final AtomicReference<Instant> nextReclaim = new AtomicReference<>(Instant.EPOCH);

    public EventConsumer(
            ReactiveRedisDataSource redis,
            EventDelivery delivery,
            StreamTrimmer trimmer,
            Vertx vertx,
            EventConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.streams = redis.stream(String.class, String.class, String.class);
        this.delivery = delivery;
        this.trimmer = trimmer;
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
        this.group = group;
    }

    void start(@Observes StartupEvent started) {
        if (!names().isEmpty()) {
            running.set(true);
            loop(joinGroups().flatMap(joined -> ownLeftovers()));
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
    }

    private Set<String> names() {
        return config.streams().orElse(Set.of());
    }

    /** Runs one step, then reads on for ever; a failed step is repeated from the joining of the groups after a pause. */
    private void loop(Uni<Void> step) {
        if (running.get()) {
            step.subscribe().with(done -> loop(readOrReclaim()), this::pause);
        }
    }

    private void pause(Throwable failure) {
        if (running.get()) {
            LOG.warnf("events wait, reading goes on later group=%s cause=%s", group, failure);
            vertx.setTimer(OUTAGE_PAUSE.toMillis(), timer -> loop(joinGroups().flatMap(joined -> ownLeftovers())));
        }
    }

    private Uni<Void> joinGroups() {
        return each(
                names(),
                stream -> streams.xgroupCreate(stream, group, "0", new XGroupCreateArgs().mkstream())
                        .onFailure(EventConsumer::exists)
                        .recoverWithNull());
    }

    private static boolean exists(Throwable failure) {
        return failure.getMessage() != null && failure.getMessage().contains("BUSYGROUP");
    }

    /** What this replica had been given before it died comes first. */
    private Uni<Void> ownLeftovers() {
        Map<String, String> fromTheirStart = positions("0");
        return streams.xreadgroup(group, config.consumer(), fromTheirStart).flatMap(this::deliverAll);
    }

    private Uni<Void> readOnce() {
        XReadGroupArgs args = new XReadGroupArgs().count(config.readBatch()).block(config.readWait());
        return streams.xreadgroup(group, config.consumer(), positions(">"), args)
                .ifNoItem()
                .after(config.readWait().plusSeconds(5))
                .fail()
                .flatMap(this::deliverAll);
    }

    private Map<String, String> positions(String position) {
        Map<String, String> positions = new HashMap<>();
        names().forEach(stream -> positions.put(stream, position));
        return positions;
    }

    private Uni<Void> readOrReclaim() {
        if (clock.instant().isBefore(nextReclaim.get())) {
            return readOnce();
        }
        nextReclaim.set(clock.instant().plus(config.reclaimAfter()));
        return each(names(), this::reclaim).flatMap(done -> each(names(), trimmer::trim));
    }

    /** Takes over what another replica was given and never acknowledged. */
    private Uni<Void> reclaim(String stream) {
        return streams.xautoclaim(stream, group, config.consumer(), config.reclaimAfter(), "0")
                .map(ClaimedMessages::getMessages)
                .flatMap(this::deliverAll);
    }

    private Uni<Void> deliverAll(List<StreamMessage<String, String, String>> messages) {
        return each(
                messages,
                message -> deliver(message)
                        .flatMap(taken -> streams.xack(message.key(), group, message.id()))
                        .replaceWithVoid());
    }

    private Uni<Void> deliver(StreamMessage<String, String, String> message) {
        return delivery.deliver(
                new StreamEntry(message.key(), message.id(), message.payload().get(FIELD)));
    }

    private static <T> Uni<Void> each(Iterable<T> things, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
