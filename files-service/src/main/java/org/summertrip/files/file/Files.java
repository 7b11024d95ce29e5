package org.summertrip.files.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.summertrip.files.outbox.Announcement;
import org.summertrip.files.outbox.ObjectOutbox;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;

/** How files come and go: always announced first, then made true in one put, then told. */
@ApplicationScoped
public class Files {
    static final String CREATED = "file.created";
    static final String DELETED = "file.deleted";

    private final FileStore store;
    private final ObjectOutbox outbox;
    private final OutboxRelay relay;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final String source;

    Files(
            FileStore store,
            ObjectOutbox outbox,
            OutboxRelay relay,
            ObjectMapper mapper,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.store = store;
        this.outbox = outbox;
        this.relay = relay;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
        this.source = source;
    }

    /**
     * Adds a file. When this fails nobody can tell what the store has done, or is about to do, so nothing is taken back here:
     * the outbox will find the announcement without its fact, after the grace period, and clean up.
     *
     * @param content puts the content into its place
     */
    public Uni<StoredFile> add(StoredFile file, Supplier<Uni<Void>> content) {
        return outbox.announce(announcement(CREATED, file, FileFact.created(file)))
                .flatMap(announced -> content.get())
                .flatMap(stored -> store.add(file))
                .invoke(relay::wake)
                .replaceWith(file);
    }

    /** Deletes a file; what is left of its content goes before the event does. */
    Uni<Void> delete(StoredFile file) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return outbox.announce(announcement(DELETED, file, FileFact.deleted(file, now)))
                .flatMap(announced -> store.bury(file, now))
                .invoke(relay::wake);
    }

    private Announcement announcement(String type, StoredFile file, FileFact fact) {
        CloudEvent event = CloudEvent.of(
                ids.next(), source, type, file.id().toString(), clock.instant(), mapper.valueToTree(fact));
        return new Announcement(ids.next(), event, mapper.valueToTree(file));
    }
}
