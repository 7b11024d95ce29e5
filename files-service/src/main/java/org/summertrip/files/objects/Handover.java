package org.summertrip.files.objects;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Sees to it that a stream which is opened too late, when nobody waits for it any more, is closed again. */
final class Handover {
    private static final Logger LOG = Logger.getLogger(Handover.class);

    private Handover() {}

    static <T extends Closeable> CompletableFuture<T> of(CompletableFuture<T> opening) {
        CompletableFuture<T> handed = new CompletableFuture<>();
        opening.whenComplete((opened, failure) -> {
            boolean taken = failure == null ? handed.complete(opened) : handed.completeExceptionally(failure);
            if (!taken && opened != null) {
                close(opened);
            }
        });
        return handed;
    }

    /** Closing what is read no further can fail, for instance on a broken connection, and that is of no interest. */
    static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException broken) {
            LOG.debugf("stream was broken when it was closed cause=%s", broken);
        }
    }
}
