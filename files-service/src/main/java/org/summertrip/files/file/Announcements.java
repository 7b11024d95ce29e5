package org.summertrip.files.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.summertrip.files.outbox.Announcement;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;

/** Words what is about to happen to files. */
@Singleton
class Announcements {
    static final String CREATED = "file.created";
    static final String DELETED = "file.deleted";

    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final String source;

    Announcements(
            ObjectMapper mapper,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
        this.source = source;
    }

    Announcement created(StoredFile file) {
        return announcement(CREATED, file, FileFact.created(file));
    }

    Announcement deleted(StoredFile file, Instant at) {
        return announcement(DELETED, file, FileFact.deleted(file, at));
    }

    private Announcement announcement(String type, StoredFile file, FileFact fact) {
        CloudEvent event = CloudEvent.of(
                ids.next(), source, type, file.id().toString(), clock.instant(), mapper.valueToTree(fact));
        return new Announcement(ids.next(), event, mapper.valueToTree(file));
    }
}
