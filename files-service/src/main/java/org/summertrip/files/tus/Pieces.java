package org.summertrip.files.tus;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.summertrip.files.FilesError;
import org.summertrip.files.intake.Refill;
import org.summertrip.files.intake.Staging;
import org.summertrip.files.objects.Keys;
import org.summertrip.files.objects.ObjectStore;
import org.summertrip.kit.problem.ProblemException;

/** The pieces of unfinished uploads, as objects in the bucket. */
@ApplicationScoped
public class Pieces {
    private static final byte[] NOTHING = {};

    private final ObjectStore objects;

    Pieces(ObjectStore objects) {
        this.objects = objects;
    }

    Uni<Chain> of(UUID uploadId) {
        return objects.all(Keys.parts(uploadId)).collect().asList().map(Chain::of);
    }

    /** Adds one at the end of the chain; fails with 409 if another writer was faster. */
    Uni<Void> add(UUID uploadId, long offset, byte[] bytes, int length) {
        return objects.putIfAbsent(Keys.parts(uploadId) + Chain.piece(offset), bytes, length)
                .invoke(added -> {
                    if (!added) {
                        throw new ProblemException(FilesError.OFFSET_MISMATCH, "Another request has sent this part");
                    }
                })
                .replaceWithVoid();
    }

    /** What comes from here on does not count before it is verified. */
    Uni<Void> doubt(UUID uploadId, long offset) {
        return objects.put(Keys.parts(uploadId) + Chain.unverified(offset), NOTHING, "application/octet-stream");
    }

    Uni<Void> trust(UUID uploadId, long offset) {
        return objects.delete(List.of(Keys.parts(uploadId) + Chain.unverified(offset)));
    }

    /** Removes what was never verified, what says so last. */
    Uni<Void> clear(UUID uploadId, Chain chain) {
        return Multi.createFrom()
                .iterable(chain.leftovers())
                .onItem()
                .transformToUniAndConcatenate(name -> objects.delete(List.of(Keys.parts(uploadId) + name)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Reads the whole chain once. */
    Uni<Void> pour(UUID uploadId, Chain chain, Staging staging) {
        return Multi.createFrom()
                .iterable(chain.pieces())
                .onItem()
                .transformToUniAndConcatenate(piece -> objects.open(
                                Keys.parts(uploadId) + Chain.piece(piece.offset()), 0, piece.size())
                        .flatMap(opened -> Refill.pour(
                                opened.orElseThrow(() -> new ProblemException(FilesError.UPLOAD_INCOMPLETE)), staging)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
