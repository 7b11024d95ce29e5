package org.summertrip.files.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.event.Outbox;
import org.summertrip.kit.event.OutboxEvent;
import org.summertrip.kit.id.Ids;

/** The outbox as objects in the bucket. */
@Singleton
public class ObjectOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(ObjectOutbox.class);
    private static final String STREAM = "events.files";
    private static final String PREFIX = "outbox/";
    private static final String JSON = "application/json";
    /** Uploads under way have announcements that must wait; this many more are looked at so that others need not. */
    private static final int IN_FLIGHT = 100;

    private static final int CONCURRENT_READS = 8;

    private final ObjectStore objects;
    private final Witness witness;
    private final Lease lease;
    private final ObjectMapper mapper;
    private final OutboxConfig config;
    private final Clock clock;

    ObjectOutbox(
            ObjectStore objects, Witness witness, Lease lease, ObjectMapper mapper, OutboxConfig config, Clock clock) {
        this.objects = objects;
        this.witness = witness;
        this.lease = lease;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Integer> drain(int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        return lease.exclusively(
                "outbox",
                config.lease(),
                0,
                () -> objects.list(PREFIX, null, max + IN_FLIGHT)
                        .flatMap(this::examine)
                        .flatMap(examined -> publish(examined, max, publish)));
    }

    private Uni<List<Examined>> examine(List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(ids.stream().map(this::examine).toList())
                .usingConcurrencyOf(CONCURRENT_READS)
                .andFailFast();
    }

    private Uni<Examined> examine(String id) {
        return objects.get(PREFIX + id).flatMap(bytes -> {
            Optional<Announcement> read = bytes.flatMap(json -> read(id, json));
            return read.isEmpty() ? Uni.createFrom().item(new Examined(null, Verdict.WAIT)) : judge(read.get());
        });
    }

    private Uni<Examined> judge(Announcement announcement) {
        return announcement.isTrueAlready()
                ? Uni.createFrom().item(new Examined(announcement, Verdict.PUBLISH))
                : witness.hasSeen(announcement).flatMap(seen -> judge(announcement, seen));
    }

    private Uni<Examined> judge(Announcement announcement, boolean seen) {
        if (seen) {
            return witness.followUp(announcement).replaceWith(new Examined(announcement, Verdict.PUBLISH));
        }
        boolean tooOld = Ids.timeOf(announcement.id()).plus(config.grace()).isBefore(clock.instant());
        if (!tooOld) {
            return Uni.createFrom().item(new Examined(announcement, Verdict.WAIT));
        }
        LOG.infof(
                "announced but never happened, undone announcement=%s type=%s subject=%s",
                announcement.id(),
                announcement.event().type(),
                announcement.event().subject());
        return witness.undo(announcement)
                .flatMap(undone -> objects.delete(List.of(key(announcement.id()))))
                .replaceWith(new Examined(announcement, Verdict.WAIT));
    }

    private Uni<Integer> publish(List<Examined> examined, int max, Function<List<OutboxEvent>, Uni<Void>> publish) {
        List<Announcement> ready = examined.stream()
                .filter(one -> one.verdict() == Verdict.PUBLISH)
                .map(Examined::announcement)
                .limit(max)
                .toList();
        if (ready.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<OutboxEvent> events = ready.stream()
                .map(one -> new OutboxEvent(STREAM, new String(write(one.event()), StandardCharsets.UTF_8)))
                .toList();
        return publish.apply(events)
                .flatMap(published ->
                        objects.delete(ready.stream().map(one -> key(one.id())).toList()))
                .replaceWith(ready.size());
    }

    /** Announces; what is announced must come true within the grace period or not at all. */
    public Uni<Void> announce(Announcement announcement) {
        return objects.put(key(announcement.id()), write(announcement), JSON);
    }

    private static String key(UUID id) {
        return PREFIX + id;
    }

    private byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }

    /** What cannot be read is left where it is and must not hold up the others. */
    private Optional<Announcement> read(String id, byte[] json) {
        try {
            return Optional.of(mapper.readValue(json, Announcement.class));
        } catch (IOException foreign) {
            LOG.errorf("not an announcement that this service wrote key=%s%s cause=%s", PREFIX, id, foreign);
            return Optional.empty();
        }
    }

    private enum Verdict {
        PUBLISH,
        WAIT
    }

    private record Examined(Announcement announcement, Verdict verdict) {}
}
