package org.summertrip.files.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Reads one request from its socket to its end, and no faster than its sink takes it. Ends with what the body comes to, or with the
 * reason why not; either way only when nothing is under way to the store any more, so that what is staged can be discarded safely.
 * Runs on the request's context alone.
 *
 * @param <T> what a body comes to
 */
public final class Reception<T> {
    private final HttpServerRequest request;
    private final BodySink<T> sink;
    private UniEmitter<? super T> outcome;
    private boolean storing;
    private boolean over;
    private boolean broken;
    private long heardAt;

    public Reception(HttpServerRequest request, BodySink<T> sink) {
        this.request = request;
        this.sink = sink;
    }

    public Uni<T> receive() {
        return Uni.createFrom().emitter(emitter -> {
            outcome = emitter;
            heardAt = System.nanoTime();
            request.exceptionHandler(cause -> cutOff());
            request.handler(this::data);
            request.endHandler(end -> end());
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    /** The same, but a body that falls silent for so long counts as cut off: its client may be back on another connection. */
    public Uni<T> receive(Duration silence, Vertx vertx) {
        return Uni.createFrom().deferred(() -> {
            long timer = vertx.setPeriodic(Math.max(1, silence.toMillis() / 4), tick -> listen(silence));
            return receive().eventually(() -> {
                vertx.cancelTimer(timer);
            });
        });
    }

    private void listen(Duration silence) {
        if (!storing && !over && System.nanoTime() - heardAt > silence.toNanos()) {
            cutOff();
        }
    }

    private void data(Buffer bytes) {
        if (over) {
            return;
        }
        heardAt = System.nanoTime();
        try {
            sink.take(ByteBuffer.wrap(bytes.getBytes()));
        } catch (RuntimeException refused) {
            fail(refused);
            return;
        }
        if (sink.isFull()) {
            request.pause();
            store();
        }
    }

    private void store() {
        storing = true;
        sink.flush().subscribe().with(stored -> stored(), this::failedToStore);
    }

    private void stored() {
        storing = false;
        heardAt = System.nanoTime();
        if (broken) {
            giveUp();
        } else if (sink.isFull()) {
            store();
        } else {
            request.resume();
        }
    }

    private void failedToStore(Throwable failure) {
        storing = false;
        fail(failure);
    }

    private void end() {
        if (!over) {
            over = true;
            Uni.createFrom().deferred(sink::end).subscribe().with(outcome::complete, outcome::fail);
        }
    }

    private void cutOff() {
        broken = true;
        if (!over && !storing) {
            giveUp();
        }
    }

    /** The client has gone away; nobody will read the problem, it only ends the work. */
    private void giveUp() {
        over = true;
        ProblemException reason = new ProblemException(CommonError.INVALID_INPUT, "The body was cut off");
        sink.cutOff().subscribe().with(done -> outcome.fail(reason), outcome::fail);
    }

    private void fail(Throwable reason) {
        over = true;
        outcome.fail(reason);
    }
}
