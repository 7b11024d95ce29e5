package org.summertrip.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/**
 * The answer of a service that is short enough to wait for: sent in one piece with its head it costs a good deal less than as a stream
 * of one piece. What breaks off in the middle can still be answered as a failure, because nothing of it was passed on.
 */
final class ShortAnswer {
    private static final int MOST_BYTES = 16 << 10;

    private ShortAnswer() {}

    static boolean is(ProxyResponse answer) {
        Body body = answer.getBody();
        return body != null && body.length() >= 0 && body.length() <= MOST_BYTES;
    }

    /** The body; fails when it ends early. */
    static Future<Buffer> read(Body body) {
        Buffer whole = Buffer.buffer((int) body.length());
        Promise<Buffer> read = Promise.promise();
        body.stream()
                .exceptionHandler(read::tryFail)
                .handler(whole::appendBuffer)
                .endHandler(end -> read.tryComplete(whole))
                .resume();
        return read.future();
    }

    /** Head and body at once. */
    static Future<Void> send(ProxyResponse answer, Buffer body, HttpServerResponse response) {
        response.setStatusCode(answer.getStatusCode());
        if (answer.getStatusMessage() != null) {
            response.setStatusMessage(answer.getStatusMessage());
        }
        response.headers().addAll(answer.headers());
        return response.end(body);
    }
}
