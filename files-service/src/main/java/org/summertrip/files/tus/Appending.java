package org.summertrip.files.tus;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.summertrip.files.FilesError;
import org.summertrip.files.intake.Reception;
import org.summertrip.files.intake.UploadSlots;
import org.summertrip.files.outbox.Lease;
import org.summertrip.files.pending.PendingUpload;
import org.summertrip.kit.problem.ProblemException;

/** What one request does with an upload. One at a time; another meanwhile gets 423. */
@ApplicationScoped
public class Appending {
    private final Pieces pieces;
    private final Assembler assembler;
    private final Lease lease;
    private final UploadSlots slots;
    private final TusConfig config;
    private final Vertx vertx;

    Appending(Pieces pieces, Assembler assembler, Lease lease, UploadSlots slots, TusConfig config, Vertx vertx) {
        this.pieces = pieces;
        this.assembler = assembler;
        this.lease = lease;
        this.slots = slots;
        this.config = config;
        this.vertx = vertx;
    }

    /** Adds what the request brings at this offset, and makes the file when that was the last. Answers the new offset. */
    Uni<Long> append(PendingUpload upload, long offset, Checksum checksum, HttpServerRequest request) {
        return alone(
                upload,
                () -> slots.during(() -> cleared(upload).flatMap(chain -> {
                    if (chain.end() != offset) {
                        throw new ProblemException(
                                FilesError.OFFSET_MISMATCH, "The upload continues at " + chain.end());
                    }
                    PieceSink sink = new PieceSink(pieces, upload.id(), offset, upload.size(), checksum, vertx);
                    return new Reception<>(request, sink)
                            .receive(config.silence(), vertx)
                            .flatMap(reached -> finishAt(upload, reached));
                })));
    }

    /** Where the upload stands. Finishes what a replica did that was killed between the last byte and the file. */
    Uni<Long> offset(PendingUpload upload) {
        return pieces.of(upload.id())
                .flatMap(chain -> chain.end() < upload.size() ? Uni.createFrom().item(chain.end()) : finish(upload));
    }

    /** Makes the file of an upload that needs no more bytes. */
    Uni<Long> finish(PendingUpload upload) {
        return alone(upload, () -> slots.during(() -> finishAt(upload, upload.size())));
    }

    private Uni<Long> finishAt(PendingUpload upload, long reached) {
        if (reached < upload.size()) {
            return Uni.createFrom().item(reached);
        }
        return pieces.of(upload.id())
                .flatMap(chain -> assembler.assemble(upload, chain))
                .replaceWith(reached);
    }

    private Uni<Chain> cleared(PendingUpload upload) {
        return pieces.of(upload.id())
                .flatMap(chain -> pieces.clear(upload.id(), chain).replaceWith(chain));
    }

    /** Once begun it ends by itself, also when the caller is gone and its Uni cancelled. */
    <T> Uni<T> alone(PendingUpload upload, Supplier<Uni<T>> task) {
        Uni<T> whole = lease.renewed(
                "tus:" + upload.id(),
                () -> Uni.createFrom().failure(new ProblemException(FilesError.UPLOAD_LOCKED)),
                task);
        return Uni.createFrom().emitter(emitter -> whole.subscribe().with(emitter::complete, emitter::fail));
    }
}
