package org.summertrip.files.presign;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.summertrip.files.FilesError;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.intake.Content;
import org.summertrip.files.intake.Intake;
import org.summertrip.files.intake.Refill;
import org.summertrip.files.intake.Staging;
import org.summertrip.files.intake.Stagings;
import org.summertrip.files.intake.UploadSlots;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.files.outbox.Lease;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.files.pending.PendingUploads;
import org.summertrip.files.quota.Quota;
import org.summertrip.files.scan.VirusScanner;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Content that clients put into the store themselves. It lands beside the files, not among them: the address goes on working until it
 * expires, so what lies there can still be replaced. Completion therefore passes all of it through the service once, which hashes and
 * inspects what it copies, and nobody can change it any more.
 */
@ApplicationScoped
public class PresignedUploads {
    private static final Logger LOG = Logger.getLogger(PresignedUploads.class);
    private final PendingUploads pending;
    private final ObjectStore objects;
    private final FileStore files;
    private final Stagings stagings;
    private final Intake intake;
    private final Quota quota;
    private final UploadSlots slots;
    private final Lease lease;

    PresignedUploads(
            PendingUploads pending,
            ObjectStore objects,
            FileStore files,
            Stagings stagings,
            Intake intake,
            Quota quota,
            UploadSlots slots,
            Lease lease) {
        this.pending = pending;
        this.objects = objects;
        this.files = files;
        this.stagings = stagings;
        this.intake = intake;
        this.quota = quota;
        this.slots = slots;
        this.lease = lease;
    }

    /** Makes a file of what arrived. Repeated, it answers with the file. */
    Uni<StoredFile> complete(UUID ownerId, UUID id) {
        return files.find(id)
                .map(found -> found.filter(file -> file.isOf(ownerId) && file.isLive()))
                .flatMap(done -> done.isPresent() ? Uni.createFrom().item(done.get()) : completeOnce(ownerId, id));
    }

    private Uni<StoredFile> completeOnce(UUID ownerId, UUID id) {
        Uni<StoredFile> whole = pending.find(ownerId, id)
                .map(found -> found.filter(upload -> upload.metadata() == null && !upload.terminated())
                        .orElseThrow(ProblemException::notFound))
                .flatMap(upload -> lease.renewed(
                        "complete:" + id,
                        () -> Uni.createFrom()
                                .failure(new ProblemException(CommonError.CONFLICT, "It is being completed right now")),
                        () -> slots.during(() -> receive(upload))));
        // Once begun it ends by itself, also when the caller is gone: there may be something to tidy up.
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<StoredFile> receive(PendingUpload upload) {
        return objects.entries(Keys.incoming(upload.id()), null, 1).flatMap(arrived -> {
            if (arrived.isEmpty()) {
                throw new ProblemException(FilesError.UPLOAD_INCOMPLETE);
            }
            return arrived.get(0).size() == upload.size()
                    ? copy(upload)
                    : refuse(upload, "It has " + arrived.get(0).size() + " bytes instead of " + upload.size());
        });
    }

    private Uni<StoredFile> copy(PendingUpload upload) {
        Staging staging = stagings.open(
                upload.ownerId(),
                upload.id(),
                upload.groupId(),
                quota.allowance(upload.ownerId(), upload.id(), upload.size()));
        staging.describe(upload.filename(), upload.contentType());
        return pour(upload, staging)
                .flatMap(poured -> staging.finish())
                .flatMap(content -> upload.sha256() == null || upload.sha256().equals(content.sha256())
                        ? add(upload, content, staging)
                        : refuse(upload, "Its SHA-256 is " + content.sha256()))
                .eventually(staging::discard)
                .onFailure(VirusScanner::isRefusal)
                .call(() -> pending.forget(upload.ownerId(), upload.id()));
    }

    private Uni<Void> pour(PendingUpload upload, Staging staging) {
        return upload.size() == 0
                ? Uni.createFrom().voidItem()
                : objects.open(Keys.incoming(upload.id()), 0, upload.size())
                        .flatMap(opened -> Refill.pour(
                                opened.orElseThrow(() -> new ProblemException(FilesError.UPLOAD_INCOMPLETE)), staging));
    }

    private Uni<StoredFile> add(PendingUpload upload, Content content, Staging staging) {
        return intake.add(upload.ownerId(), upload.groupId(), content, staging)
                // What is not removed now goes when it expires.
                .call(() -> pending.finished(upload.ownerId(), upload.id())
                        .onFailure()
                        .invoke(failure ->
                                LOG.warnf("what was put is left for later upload=%s cause=%s", upload.id(), failure))
                        .onFailure()
                        .recoverWithNull());
    }

    /** What arrived goes, so that the client can put the right thing while its address works. */
    private Uni<StoredFile> refuse(PendingUpload upload, String why) {
        return objects.delete(List.of(Keys.incoming(upload.id()))).map(removed -> {
            throw new ProblemException(FilesError.CONTENT_MISMATCH, why);
        });
    }
}
