package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.StoredFile;
import org.summertrip.kit.id.Ids;

/** The last step of every upload: staged content becomes a file. */
@ApplicationScoped
public class Intake {
    private final Files files;

    Intake(Files files) {
        this.files = files;
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
        return files.add(file, staging::commit);
    }
}
