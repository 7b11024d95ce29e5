package org.summertrip.gateway.route;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer, when it is reset, takes the connection with it. Vert.x closes the connection of an HTTP/1 answer
 * anyway, but runs none of the answer's handlers: Quarkus would count the request as running for ever, and wait for it in vain
 * whenever it shuts down.
 */
final class ClosingRequest extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    ClosingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new ClosingResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class ClosingResponse extends AbstractResponseWrapper {
        private final HttpServerRequest request;

        private ClosingResponse(HttpServerRequest request) {
            super(request.response());
            this.request = request;
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            boolean open = !ended();
            if (open) {
                request.connection().close();
            }
            return open;
        }
    }
}
