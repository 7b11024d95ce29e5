package org.summertrip.files.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.summertrip.files.outbox.Announcement;
import org.summertrip.files.outbox.Witness;
import org.summertrip.files.quota.Quota;

/** Looks into the index whether what was announced of a file has come true. */
@Singleton
class FileWitness implements Witness {
    private final FileStore files;
    private final Quota quota;
    private final ObjectMapper mapper;

    FileWitness(FileStore files, Quota quota, ObjectMapper mapper) {
        this.files = files;
        this.quota = quota;
        this.mapper = mapper;
    }

    @Override
    public Uni<Boolean> hasSeen(Announcement announcement) {
        return files.find(file(announcement).id())
                .map(found -> isDeletion(announcement)
                        // Erased files leave no tombstone, so absence tells of a deletion, too.
                        ? !found.map(StoredFile::isLive).orElse(false)
                        : found.isPresent());
    }

    @Override
    public Uni<Void> followUp(Announcement announcement) {
        StoredFile file = file(announcement);
        return isDeletion(announcement) ? clear(file) : settle(file);
    }

    /** What has been deleted since takes no room; what came while its owner was erased is erased in turn. */
    private Uni<Void> settle(StoredFile file) {
        return files.find(file.id())
                .flatMap(found -> found.filter(StoredFile::isLive).isPresent()
                        ? quota.settle(file.ownerId(), file.id(), file.size())
                        : Uni.createFrom().item(true))
                .flatMap(settled -> settled ? Uni.createFrom().voidItem() : files.erase(file));
    }

    @Override
    public Uni<Void> undo(Announcement announcement) {
        return isDeletion(announcement) ? Uni.createFrom().voidItem() : clear(file(announcement));
    }

    private Uni<Void> clear(StoredFile file) {
        return files.clear(file).flatMap(cleared -> quota.release(file.ownerId(), file.id()));
    }

    private static boolean isDeletion(Announcement announcement) {
        return announcement.event().type().equals(Announcements.DELETED);
    }

    private StoredFile file(Announcement announcement) {
        try {
            return Optional.ofNullable(mapper.treeToValue(announcement.preparation(), StoredFile.class))
                    .orElseThrow();
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("an announcement that is not about a file", foreign);
        }
    }
}
