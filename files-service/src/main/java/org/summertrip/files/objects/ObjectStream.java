package org.summertrip.files.objects;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Content on its way from the store: read a chunk or two ahead of who asks and then no further until they are taken, which takes no
 * thread. Lives on the context it was opened on, where it is read too.
 */
public final class ObjectStream implements ByteSource {
    /** Without a byte for so long while somebody waits for one, the store counts as gone. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final long NONE = -1;

    private final HttpClientResponse response;
    private final Context context = Vertx.currentContext();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Runnable done;
    private final long length;
    private long unread;
    private UniEmitter<? super Buffer> asker;
    private long patience = NONE;
    private Throwable failure;

    /**
     * Reads an answer.
     *
     * @param response paused
     * @param done to be called when its connection is free again or closed
     */
    ObjectStream(HttpClientResponse response, long length, Runnable done) {
        this.response = response;
        this.length = length;
        this.unread = length;
        this.done = done;
        response.handler(this::take);
        response.exceptionHandler(this::fail);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isAtEnd() {
        return unread == 0;
    }

    /** The next bytes; fails if the store ends the stream early. */
    @Override
    public Uni<Buffer> next() {
        return Uni.createFrom().emitter(emitter -> {
            if (failure != null) {
                emitter.fail(failure);
                return;
            }
            asker = emitter;
            patience =
                    context.owner().setTimer(SILENCE.toMillis(), timer -> fail(new IOException("the store is silent")));
            response.fetch(1);
        });
    }

    private void take(Buffer chunk) {
        unread -= chunk.length();
        if (unread == 0) {
            response.resume();
            finish();
        }
        answer().complete(chunk);
    }

    private void fail(Throwable cause) {
        if (over.get()) {
            return;
        }
        failure = new EOFException("the store broke the content off, " + unread + " bytes are missing: " + cause);
        if (asker != null) {
            answer().fail(failure);
        }
    }

    private UniEmitter<? super Buffer> answer() {
        UniEmitter<? super Buffer> waiting = asker;
        asker = null;
        context.owner().cancelTimer(patience);
        return waiting;
    }

    private boolean finish() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            done.run();
        }
        return first;
    }

    /** Ends the connection unless all has been read. What somebody waits for then does not come. */
    @Override
    public void close() {
        if (finish()) {
            context.owner().cancelTimer(patience);
            response.request().reset();
        }
    }
}
