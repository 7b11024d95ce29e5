package org.summertrip.files.intake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import org.summertrip.files.objects.ObjectStream;

/** Pours what lies in the store already into a staging. */
public final class Refill {
    private Refill() {}

    /** All that is left of the stream, which is closed then. */
    public static Uni<Void> pour(ObjectStream stream, Staging staging) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pourChunk(stream, staging))
                .whilst(more -> more)
                .collect()
                .last()
                .eventually(stream::close)
                .replaceWithVoid();
    }

    /** Answers whether there was anything left. */
    private static Uni<Boolean> pourChunk(ObjectStream stream, Staging staging) {
        if (stream.isAtEnd()) {
            return Uni.createFrom().item(false);
        }
        return stream.next().flatMap(chunk -> {
            staging.append(ByteBuffer.wrap(chunk.getBytes()));
            return staging.isFull()
                    ? staging.flush().replaceWith(true)
                    : Uni.createFrom().item(true);
        });
    }
}
