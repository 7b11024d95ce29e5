package org.summertrip.files.tus;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.intake.Intake;
import org.summertrip.files.intake.Staging;
import org.summertrip.files.intake.Stagings;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.files.pending.PendingUploads;
import org.summertrip.files.quota.Quota;
import org.summertrip.files.scan.VirusScanner;

/** Makes a file of a complete chain. Cut off anywhere it can begin anew, since the pieces go last. */
@ApplicationScoped
public class Assembler {
    private static final Logger LOG = Logger.getLogger(Assembler.class);

    private final Pieces pieces;
    private final Stagings stagings;
    private final Intake intake;
    private final Quota quota;
    private final PendingUploads pending;

    Assembler(Pieces pieces, Stagings stagings, Intake intake, Quota quota, PendingUploads pending) {
        this.pieces = pieces;
        this.stagings = stagings;
        this.intake = intake;
        this.quota = quota;
        this.pending = pending;
    }

    Uni<StoredFile> assemble(PendingUpload upload, Chain chain) {
        Staging staging = stagings.open(
                upload.ownerId(),
                upload.id(),
                upload.groupId(),
                quota.allowance(upload.ownerId(), upload.id(), upload.size()));
        staging.describe(upload.filename(), upload.contentType());
        return pieces.pour(upload.id(), chain, staging)
                .flatMap(poured -> staging.finish())
                .flatMap(content -> intake.add(upload.ownerId(), upload.groupId(), content, staging))
                .eventually(staging::discard)
                .onFailure(VirusScanner::isRefusal)
                .call(() -> pending.forget(upload.ownerId(), upload.id()))
                .call(() -> tidyUp(upload));
    }

    /** The file is there whether this works or not; what is not removed now goes when the upload expires. */
    private Uni<Void> tidyUp(PendingUpload upload) {
        return pending.finished(upload.ownerId(), upload.id())
                .onFailure()
                .invoke(failure -> LOG.warnf("pieces are left for later upload=%s cause=%s", upload.id(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
