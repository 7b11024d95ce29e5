package org.summertrip.files.tus;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.files.FilesError;
import org.summertrip.files.file.FileStore;
import org.summertrip.files.file.Files;
import org.summertrip.files.file.StoredFile;
import org.summertrip.files.membership.MembershipStore;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.files.pending.PendingUploads;
import org.summertrip.kit.problem.ProblemException;

/** The life of resumable uploads. To everybody but its owner an upload does not exist. */
@ApplicationScoped
public class TusUploads {
    private final PendingUploads pending;
    private final FileStore store;
    private final Files files;
    private final MembershipStore memberships;
    private final Appending appending;

    TusUploads(PendingUploads pending, FileStore store, Files files, MembershipStore memberships, Appending appending) {
        this.pending = pending;
        this.store = store;
        this.files = files;
        this.memberships = memberships;
        this.appending = appending;
    }

    /** Begins an upload; one of no bytes is a file at once. */
    Uni<Progress> begin(PendingUpload upload) {
        return memberships
                .mustBeMember(upload.groupId(), upload.ownerId())
                .flatMap(may -> pending.begin(upload))
                .flatMap(begun -> upload.size() == 0
                        ? appending.finish(upload).replaceWith(progress(upload, 0))
                        : Uni.createFrom().item(progress(upload, 0)));
    }

    Uni<Progress> progress(UUID ownerId, UUID id) {
        return open(ownerId, id)
                .flatMap(open -> open.isPresent()
                        ? appending.offset(open.get()).map(offset -> progress(open.get(), offset))
                        : done(ownerId, id).map(TusUploads::progress));
    }

    Uni<Progress> append(UUID ownerId, UUID id, long offset, Checksum checksum, HttpServerRequest request) {
        return open(ownerId, id)
                .flatMap(open -> open.isPresent()
                        ? append(open.get(), offset, checksum, request)
                        : done(ownerId, id).map(file -> nothingMore(file, offset)));
    }

    Uni<Progress> append(PendingUpload upload, long offset, Checksum checksum, HttpServerRequest request) {
        return appending.append(upload, offset, checksum, request).map(reached -> progress(upload, reached));
    }

    private static Progress nothingMore(StoredFile file, long offset) {
        if (offset != file.size()) {
            throw new ProblemException(FilesError.OFFSET_MISMATCH, "The upload is complete");
        }
        return progress(file);
    }

    /** Gives an upload up, or deletes the file that it has become. Again, it changes nothing. */
    Uni<Void> terminate(UUID ownerId, UUID id) {
        return pending.find(ownerId, id)
                .map(found -> found.filter(TusUploads::isTus))
                .flatMap(found -> found.isPresent() ? giveUp(found.get()) : deleteFile(ownerId, id));
    }

    private Uni<Void> giveUp(PendingUpload upload) {
        return upload.terminated()
                ? Uni.createFrom().voidItem()
                : appending.alone(upload, () -> pending.giveUp(upload));
    }

    private Uni<Void> deleteFile(UUID ownerId, UUID id) {
        return store.find(id)
                .map(found -> found.filter(file -> file.isOf(ownerId)).orElseThrow(ProblemException::notFound))
                .flatMap(file ->
                        file.isLive() ? files.delete(file) : Uni.createFrom().voidItem());
    }

    private Uni<Optional<PendingUpload>> open(UUID ownerId, UUID id) {
        return pending.find(ownerId, id).map(found -> found.filter(upload -> isTus(upload) && !upload.terminated()));
    }

    private Uni<StoredFile> done(UUID ownerId, UUID id) {
        return store.find(id)
                .map(found -> found.filter(file -> file.isOf(ownerId) && file.isLive())
                        .orElseThrow(ProblemException::notFound));
    }

    private static boolean isTus(PendingUpload upload) {
        return upload.metadata() != null || upload.terminated();
    }

    private Progress progress(PendingUpload upload, long offset) {
        return new Progress(upload.id(), offset, upload.size(), upload.metadata(), pending.expiry(upload.id()));
    }

    private static Progress progress(StoredFile file) {
        return new Progress(file.id(), file.size(), file.size(), "", null);
    }
}
