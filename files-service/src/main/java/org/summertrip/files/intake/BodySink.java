package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;

/**
 * What becomes of a request's body. Called on the request's context, never while something that it began is still under way.
 *
 * @param <T> what a body comes to
 */
public interface BodySink<T> {
    /** Takes some bytes, or refuses the whole by throwing the reason. */
    void take(ByteBuffer bytes);

    /** Whether {@link #flush} must come before more bytes. */
    boolean isFull();

    Uni<Void> flush();

    /** The body is complete. */
    Uni<T> end();

    /** The body ends in the middle because the client has gone away or says nothing any more. */
    Uni<Void> cutOff();
}
