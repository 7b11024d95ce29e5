package org.summertrip.messaging.file;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.cassandra.WriteTime;

/** Learns from files-service which files come and go. */
@Singleton
class FileProjection implements EventHandler {
    private static final String DELETED = "file.deleted";

    private final Files files;
    private final Facts facts;

    FileProjection(Files files, Facts facts) {
        this.files = files;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of("file.created", DELETED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        FileFact file = facts.read(event, FileFact.class);
        Instant since = event.type().equals(DELETED) ? file.at() : file.createdAt();
        Instant time = since == null ? event.time() : since;
        return event.type().equals(DELETED)
                ? files.forget(file.id(), file.ownerId(), WriteTime.of(time, 1))
                : files.know(file.id(), file.ownerId(), file.groupId(), WriteTime.of(time, 0));
    }
}
