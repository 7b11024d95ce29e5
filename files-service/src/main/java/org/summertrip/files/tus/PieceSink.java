package org.summertrip.files.tus;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.summertrip.files.FilesError;
import org.summertrip.files.intake.BodySink;
import org.summertrip.files.intake.Staging;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Keeps what one request brings, up to the last byte of a request that is cut off, unless it came with a checksum: then all of it or
 * nothing. Comes to the offset that is reached.
 */
final class PieceSink implements BodySink<Long> {
    private static final int FIRST_BYTES = 64 * 1024;

    private final Pieces pieces;
    private final UUID uploadId;
    private final long begin;
    private final long limit;
    private final Checksum checksum;
    private final Vertx vertx;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int count;
    private long stored;
    private boolean doubted;

    /**
     * Begins at the end of a chain.
     *
     * @param limit how long the whole upload is
     * @param checksum of what this request brings, or null
     */
    PieceSink(Pieces pieces, UUID uploadId, long begin, long limit, Checksum checksum, Vertx vertx) {
        this.pieces = pieces;
        this.uploadId = uploadId;
        this.begin = begin;
        this.stored = begin;
        this.limit = limit;
        this.checksum = checksum;
        this.vertx = vertx;
    }

    @Override
    public void take(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (stored + count + length > limit) {
            throw new ProblemException(CommonError.TOO_LARGE, "The upload was announced with " + limit + " bytes");
        }
        if (count + length > buffer.length) {
            int doubled = Math.min(2 * buffer.length, Staging.PART_BYTES);
            buffer = Arrays.copyOf(buffer, Math.max(doubled, count + length));
        }
        bytes.get(buffer, count, length);
        count += length;
    }

    @Override
    public boolean isFull() {
        return count >= Staging.PART_BYTES;
    }

    @Override
    public Uni<Void> flush() {
        return doubt().flatMap(doubting -> hash()).flatMap(hashed -> store());
    }

    private Uni<Void> doubt() {
        if (checksum == null || doubted) {
            return Uni.createFrom().voidItem();
        }
        return pieces.doubt(uploadId, begin).invoke(() -> doubted = true);
    }

    private Uni<Void> hash() {
        return checksum == null
                ? Uni.createFrom().voidItem()
                : vertx.executeBlocking(
                        () -> {
                            checksum.update(buffer, count);
                            return null;
                        },
                        false);
    }

    private Uni<Void> store() {
        if (count == 0) {
            return Uni.createFrom().voidItem();
        }
        return pieces.add(uploadId, stored, buffer, count).invoke(() -> {
            stored += count;
            count = 0;
        });
    }

    @Override
    public Uni<Long> end() {
        return hash().flatMap(hashed -> checksum == null || checksum.matches() ? keep() : reject())
                .map(kept -> {
                    // What follows needs room for a part of its own.
                    buffer = new byte[0];
                    return stored;
                });
    }

    private Uni<Void> keep() {
        return store().flatMap(done ->
                doubted ? pieces.trust(uploadId, begin) : Uni.createFrom().voidItem());
    }

    private Uni<Void> reject() {
        return discard().map(discarded -> {
            throw new ProblemException(FilesError.CHECKSUM_MISMATCH);
        });
    }

    private Uni<Void> discard() {
        return doubted
                ? pieces.of(uploadId).flatMap(chain -> pieces.clear(uploadId, chain))
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> cutOff() {
        return checksum == null ? store() : discard();
    }
}
