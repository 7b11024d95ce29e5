package org.summertrip.files.download;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;
import org.summertrip.files.objects.ByteSource;

/**
 * One content on its way out: a chunk is asked for only when the one before has gone out, so a slow reader holds two chunks and no thread.
 * Should the store fail in the middle the connection is reset, because a body that just ends would look complete to many a client.
 */
final class Transfer {
    private static final Logger LOG = Logger.getLogger(Transfer.class);

    private final ByteSource stream;
    private final HttpServerResponse response;
    private final Runnable done;
    private boolean over;

    Transfer(ByteSource stream, HttpServerResponse response, Runnable done) {
        this.stream = stream;
        this.response = response;
        this.done = done;
    }

    void start() {
        next();
    }

    private void next() {
        if (over || response.closed() || response.ended()) {
            finish();
        } else if (stream.isAtEnd()) {
            response.end();
            finish();
        } else {
            stream.next().subscribe().with(this::write, this::broken);
        }
    }

    private void write(Buffer chunk) {
        try {
            response.write(chunk).onSuccess(written -> next()).onFailure(gone -> finish());
        } catch (IllegalStateException closed) {
            broken(closed);
        }
    }

    private void broken(Throwable cause) {
        if (over) {
            return;
        }
        LOG.errorf("content broke off, connection reset cause=%s", cause);
        response.reset();
        finish();
    }

    /** To be called when the response has ended or its reader is gone, which may be while nothing comes from the store. */
    void finish() {
        if (!over) {
            over = true;
            stream.close();
            done.run();
        }
    }
}
