package org.summertrip.gateway.socket;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** How the HTTP server treats sockets. Compression is off: it would cost every idle socket more than it saves on small frames. */
@Singleton
public class SocketOptions implements HttpServerOptionsCustomizer {
    static final String PROTOCOL = "summertrip.v1";

    /** Room enough to say 4413 instead of breaking off; what is larger still is refused by its header. */
    private static final int HARD_LIMIT = 1024 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private static void customize(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(PROTOCOL))
                .setMaxWebSocketFrameSize(HARD_LIMIT)
                .setMaxWebSocketMessageSize(HARD_LIMIT)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }
}
