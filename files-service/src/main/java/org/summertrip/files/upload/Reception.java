package org.summertrip.files.upload;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.util.Map;
import org.summertrip.kit.problem.CommonError;
import org.summertrip.kit.problem.ProblemException;

/**
 * Reads one request from its socket to its end, and no faster than the store takes it. Ends with the content, or with the reason why
 * not; either way only when nothing is under way to the store any more, so that what is staged can be discarded safely. Runs on the
 * request's context alone.
 */
final class Reception {
    private final HttpServerRequest request;
    private final FormReader form;
    private final Staging staging;
    private UniEmitter<? super Content> outcome;
    private boolean storing;
    private boolean over;
    private Throwable broken;

    Reception(HttpServerRequest request, FormReader form, Staging staging) {
        this.request = request;
        this.form = form;
        this.staging = staging;
    }

    Uni<Content> receive() {
        return Uni.createFrom().emitter(emitter -> {
            outcome = emitter;
            request.exceptionHandler(this::broken);
            request.handler(this::data);
            request.endHandler(end -> end());
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                request.response().writeContinue();
            }
            request.resume();
        });
    }

    private void data(Buffer bytes) {
        if (over) {
            return;
        }
        try {
            form.read(ByteBuffer.wrap(bytes.getBytes()));
        } catch (RuntimeException refused) {
            fail(refused);
            return;
        }
        if (staging.isFull()) {
            request.pause();
            store();
        }
    }

    private void store() {
        storing = true;
        staging.flush().subscribe().with(stored -> stored(), this::failedToStore);
    }

    private void stored() {
        storing = false;
        if (broken != null) {
            fail(broken);
        } else if (staging.isFull()) {
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
        if (over) {
            return;
        }
        try {
            form.end();
        } catch (RuntimeException refused) {
            fail(refused);
            return;
        }
        over = true;
        staging.finish().subscribe().with(this::complete, outcome::fail);
    }

    private void complete(String sha256) {
        staging.describe(Map.of("x-amz-meta-sha256", sha256));
        boolean active = ActiveContent.is(form.filename(), staging.sample());
        outcome.complete(new Content(form.filename(), form.contentType(), staging.size(), sha256, active));
    }

    /** The client has gone away; nobody will read the problem, it only ends the work. */
    private void broken(Throwable cause) {
        broken = new ProblemException(CommonError.INVALID_INPUT, "The body was cut off");
        if (!over && !storing) {
            fail(broken);
        }
    }

    private void fail(Throwable reason) {
        over = true;
        outcome.fail(reason);
    }
}
