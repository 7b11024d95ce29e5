package org.summertrip.files.pending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.summertrip.files.objects.Entry;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.quota.Quota;
import org.summertrip.kit.id.Ids;

/** What is known of unfinished uploads, as objects in the bucket. */
@ApplicationScoped
public class PendingUploads {
    private static final String JSON = "application/json";

    private final ObjectStore objects;
    private final Quota quota;
    private final ObjectMapper mapper;
    private final PendingConfig config;
    private final Clock clock;

    PendingUploads(ObjectStore objects, Quota quota, ObjectMapper mapper, PendingConfig config, Clock clock) {
        this.objects = objects;
        this.quota = quota;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    /** Reserves the room that it will need, or fails with 409, and notes it. */
    public Uni<Void> begin(PendingUpload upload) {
        return quota.reserve(upload.ownerId(), upload.id(), upload.size(), config.expireAfter())
                .flatMap(reserved -> write(upload));
    }

    /** This person's unfinished upload, unless it has expired; also one that has been given up. */
    public Uni<Optional<PendingUpload>> find(UUID ownerId, UUID id) {
        return objects.get(Keys.pending(ownerId, id))
                .map(json ->
                        json.map(this::read).filter(upload -> clock.instant().isBefore(expiry(id))));
    }

    /** When an upload of this id is removed unless it is finished before. */
    public Instant expiry(UUID id) {
        return Ids.timeOf(id).plus(config.expireAfter());
    }

    /** Removes what came of it, its room included; it remains known as given up until it expires. */
    public Uni<Void> giveUp(PendingUpload upload) {
        return write(upload.givenUp())
                .flatMap(noted -> removeContent(upload.id()))
                .flatMap(removed -> quota.release(upload.ownerId(), upload.id()));
    }

    /** Removes everything of an upload whose content is a file now. */
    public Uni<Void> finished(UUID ownerId, UUID id) {
        return removeContent(id).flatMap(removed -> objects.delete(List.of(Keys.pending(ownerId, id))));
    }

    /** Removes everything of an upload of which nothing will come. */
    public Uni<Void> forget(UUID ownerId, UUID id) {
        return finished(ownerId, id).flatMap(removed -> quota.release(ownerId, id));
    }

    /** Everything that this person has not finished. */
    public Uni<List<PendingUpload>> of(UUID ownerId) {
        return objects.all(Keys.pendingPrefix(ownerId))
                .onItem()
                .transformToUniAndConcatenate(entry -> objects.get(Keys.pendingPrefix(ownerId) + entry.name()))
                .filter(Optional::isPresent)
                .map(json -> read(json.get()))
                .collect()
                .asList();
    }

    private Uni<Void> removeContent(UUID id) {
        return objects.all(Keys.parts(id))
                .map(Entry::name)
                .map(name -> Keys.parts(id) + name)
                .collect()
                .asList()
                .flatMap(parts -> objects.delete(Stream.concat(parts.stream(), Stream.of(Keys.incoming(id)))
                        .toList()));
    }

    private Uni<Void> write(PendingUpload upload) {
        try {
            return objects.put(Keys.pending(upload.ownerId(), upload.id()), mapper.writeValueAsBytes(upload), JSON);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }

    private PendingUpload read(byte[] json) {
        try {
            return mapper.readValue(json, PendingUpload.class);
        } catch (IOException foreign) {
            throw new IllegalStateException("an upload that this service did not write", foreign);
        }
    }
}
