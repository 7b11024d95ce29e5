package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.EOFException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Content being read, a chunk at a time and at most one chunk ahead of who asks: while one goes out the next one comes in. Between
 * chunks it holds no thread. Never read by two at once.
 */
public final class ObjectStream implements ByteSource {
    private static final int CHUNK = 128 * 1024;

    private final InputStream stream;
    private final S3Calls calls;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long length;
    private long unread;
    private long unasked;
    private Uni<Buffer> ahead;

    ObjectStream(InputStream stream, long length, S3Calls calls) {
        this.stream = stream;
        this.length = length;
        this.unread = length;
        this.unasked = length;
        this.calls = calls;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isAtEnd() {
        return unasked == 0;
    }

    /** The next bytes; fails if the store ends the stream early. */
    @Override
    public Uni<Buffer> next() {
        return (ahead == null ? read() : ahead).invoke(chunk -> {
            unasked -= chunk.length();
            ahead = unread == 0 || closed.get() ? null : begun(read());
        });
    }

    private Uni<Buffer> read() {
        return calls.work(() -> {
            byte[] chunk = stream.readNBytes((int) Math.min(CHUNK, unread));
            if (chunk.length == 0) {
                throw new EOFException("the store ended the content early, " + unread + " bytes are missing");
            }
            unread -= chunk.length;
            return Buffer.buffer(chunk);
        });
    }

    /** Whoever asks next gets what became of it, a failure too. */
    private static Uni<Buffer> begun(Uni<Buffer> reading) {
        Uni<Buffer> outcome = reading.memoize().indefinitely();
        outcome.subscribe().with(chunk -> {}, failure -> {});
        return outcome;
    }

    /**
     * Gives the connection back, or ends it if not everything was read, once nothing is being read any more. Closing may block,
     * hence on a worker.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Uni<Buffer> last = ahead == null ? Uni.createFrom().nullItem() : ahead;
            // Nobody waits for what was being read any more, nor for why it could not be.
            last.onFailure()
                    .recoverWithNull()
                    .flatMap(over -> calls.work(() -> {
                        Handover.close(stream);
                        return null;
                    }))
                    .subscribe()
                    .with(done -> {});
        }
    }
}
