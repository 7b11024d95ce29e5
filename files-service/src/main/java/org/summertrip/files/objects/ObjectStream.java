package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.EOFException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Content being read, a chunk at a time and only when the next one is asked for; between two chunks it holds no thread. Never
 * read by two at once.
 */
public final class ObjectStream implements ByteSource {
    private static final int CHUNK = 64 * 1024;

    private final InputStream stream;
    private final S3Calls calls;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final long length;
    private long left;

    ObjectStream(InputStream stream, long length, S3Calls calls) {
        this.stream = stream;
        this.length = length;
        this.left = length;
        this.calls = calls;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isAtEnd() {
        return left == 0;
    }

    /** The next bytes; fails if the store ends the stream early. */
    @Override
    public Uni<Buffer> next() {
        return calls.work(() -> {
            byte[] chunk = stream.readNBytes((int) Math.min(CHUNK, left));
            if (chunk.length == 0) {
                throw new EOFException("the store ended the content early, " + left + " bytes are missing");
            }
            left -= chunk.length;
            return Buffer.buffer(chunk);
        });
    }

    /** Gives the connection back, or ends it if not everything was read. Closing may block, hence on a worker. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            calls.work(() -> {
                        Handover.close(stream);
                        return null;
                    })
                    .subscribe()
                    .with(done -> {});
        }
    }
}
