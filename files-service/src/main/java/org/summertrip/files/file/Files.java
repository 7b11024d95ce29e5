package org.summertrip.files.file;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.summertrip.files.outbox.ObjectOutbox;
import org.summertrip.files.quota.Quota;
import org.summertrip.kit.event.OutboxRelay;

/** How files come and go: always announced first, then made true in one put, then told. */
@ApplicationScoped
public class Files {
    private static final Logger LOG = Logger.getLogger(Files.class);
    private final FileStore store;
    private final ObjectOutbox outbox;
    private final Announcements announcements;
    private final Quota quota;
    private final OutboxRelay relay;
    private final Clock clock;

    Files(
            FileStore store,
            ObjectOutbox outbox,
            Announcements announcements,
            Quota quota,
            OutboxRelay relay,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.announcements = announcements;
        this.quota = quota;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Adds a file. When this fails nobody can tell what the store has done, or is about to do, so nothing is taken back here:
     * the outbox will find the announcement without its fact, after the grace period, and clean up.
     *
     * @param content puts the content into its place
     */
    public Uni<StoredFile> add(StoredFile file, Supplier<Uni<Void>> content) {
        return outbox.announce(announcements.created(file))
                .flatMap(announced -> content.get())
                .flatMap(stored -> store.add(file))
                .invoke(relay::wake)
                .replaceWith(file);
    }

    /** Deletes a file; what is left of its content goes before the event does. */
    public Uni<Void> delete(StoredFile file) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return outbox.announce(announcements.deleted(file, now))
                .flatMap(announced -> store.bury(file, now))
                .call(() -> makeRoom(file))
                .invoke(relay::wake);
    }

    /** Deletes a file whose owner is erased, without a tombstone. */
    public Uni<Void> erase(StoredFile file) {
        return outbox.announce(announcements.deleted(file, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .flatMap(announced -> store.erase(file))
                .invoke(relay::wake);
    }

    /** At once, so that the owner can use the room; if that fails the outbox does it when it tells of the deletion. */
    private Uni<Void> makeRoom(StoredFile file) {
        return quota.release(file.ownerId(), file.id())
                .onFailure()
                .invoke(failure -> LOG.warnf("room is made later file=%s cause=%s", file.id(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
