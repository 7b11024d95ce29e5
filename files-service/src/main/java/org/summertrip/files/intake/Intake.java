package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.quota.Quota;
import org.summertrip.files.scan.VirusScanner;
import org.summertrip.kit.id.Ids;

/** The last step of every upload: staged content becomes a file. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private final Files files;
    private final VirusScanner scanner;
    private final ObjectStore objects;
    private final Quota quota;

    Intake(Files files, VirusScanner scanner, ObjectStore objects, Quota quota) {
        this.files = files;
        this.scanner = scanner;
        this.objects = objects;
        this.quota = quota;
    }

    /** Makes staged content a file, of the person's own or shared with a group. */
    public Uni<StoredFile> add(UUID ownerId, UUID groupId, Content content, Staging staging) {
        Inspection seen = content.seen();
        StoredFile file = new StoredFile(
                staging.fileId(),
                ownerId,
                content.filename(),
                content.size(),
                seen.contentType(),
                content.sha256(),
                groupId,
                Ids.timeOf(staging.fileId()),
                seen.active(),
                seen.width(),
                seen.height(),
                null);
        return files.add(file, () -> staging.commit().flatMap(committed -> scan(file)));
    }

    /**
     * Nobody can read it yet, and nobody ever will unless it is clean: it becomes a file afterwards. What is not goes at once; should
     * that fail, the outbox removes it as something that was announced and never happened.
     */
    private Uni<Void> scan(StoredFile file) {
        String key = Keys.content(file.ownerId(), file.id());
        return scanner.check(key, file.size())
                .onFailure()
                .call(refused -> objects.delete(List.of(key))
                        .flatMap(gone -> quota.release(file.ownerId(), file.id()))
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "refused content is left for the outbox file=%s cause=%s", file.id(), failure))
                        .onFailure()
                        .recoverWithNull());
    }
}
