package org.summertrip.files.pending;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.summertrip.files.objects.Entry;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.id.Ids;

/**
 * Removes, now and then, uploads that were never finished, and whatever came for uploads that nobody knows any more. Every replica
 * does; twice does no harm.
 */
@Singleton
public class ExpiredUploads {
    private static final Logger LOG = Logger.getLogger(ExpiredUploads.class);
    /** A finishing that began in the last moment must not lose its content. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final ObjectStore objects;
    private final PendingUploads uploads;
    private final PendingConfig config;
    private final Vertx vertx;
    private final Clock clock;

    ExpiredUploads(ObjectStore objects, PendingUploads uploads, PendingConfig config, Vertx vertx, Clock clock) {
        this.objects = objects;
        this.uploads = uploads;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(
                config.sweepInterval().toMillis(),
                timer -> sweep(clock.instant())
                        .subscribe()
                        .with(
                                count -> LOG.debugf("expired uploads removed count=%d", count),
                                failure -> LOG.warnf("expired uploads wait for the next round cause=%s", failure)));
    }

    /** Removes what has expired at this time, and tells how many things that were. */
    Uni<Long> sweep(Instant now) {
        Instant oldest = now.minus(config.expireAfter()).minus(GRACE);
        Multi<Uni<Void>> records =
                expired(Keys.PENDING, oldest).map(entry -> uploads.forget(owner(entry.name()), lastId(entry.name())));
        Multi<Uni<Void>> pieces = expired(Keys.PARTS, oldest).map(entry -> remove(Keys.PARTS + entry.name()));
        Multi<Uni<Void>> puts = expired(Keys.INCOMING, oldest).map(entry -> remove(Keys.INCOMING + entry.name()));
        return Multi.createBy()
                .concatenating()
                .streams(records, pieces, puts)
                .onItem()
                .transformToUniAndConcatenate(removal -> removal.replaceWith(1))
                .collect()
                .with(Collectors.counting());
    }

    private Multi<Entry> expired(String prefix, Instant oldest) {
        return objects.all(prefix)
                .filter(entry -> id(prefix, entry.name())
                        .filter(id -> Ids.timeOf(id).isBefore(oldest))
                        .isPresent());
    }

    private Uni<Void> remove(String key) {
        return objects.delete(List.of(key));
    }

    /** Records are kept by owner, pieces by upload. What somebody else has put there is none of our business. */
    private static Optional<UUID> id(String prefix, String name) {
        try {
            return Optional.of(prefix.equals(Keys.PENDING) ? lastId(name) : UUID.fromString(name.split("/", 2)[0]));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static UUID owner(String name) {
        return UUID.fromString(name.split("/", 2)[0]);
    }

    private static UUID lastId(String name) {
        return UUID.fromString(name.substring(name.lastIndexOf('/') + 1));
    }
}
