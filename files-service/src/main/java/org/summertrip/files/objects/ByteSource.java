package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Bytes that are read a chunk at a time, and only when the next one is asked for. Never read by two at once. */
public interface ByteSource {
    /** How many bytes there are in all; negative when that is not known. */
    long length();

    /** Whether everything has been read. */
    boolean isAtEnd();

    /** The next bytes. */
    Uni<Buffer> next();

    /** Gives back what reading needs. May be called at any time, and again. */
    void close();
}
