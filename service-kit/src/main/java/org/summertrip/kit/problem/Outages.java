package org.summertrip.kit.problem;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Tells an outage from a fault by looking at a failure and everything that caused it. */
@ApplicationScoped
public class Outages {
    private static final int DEPTH = 12;

    private final List<StoreOutage> known;

    public Outages(@Any Instance<StoreOutage> known) {
        this.known = known.stream().toList();
    }

    public boolean isOutage(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEPTH; depth++, current = current.getCause()) {
            if (matches(current)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedChannelException
                || failure instanceof ConnectionPoolTooBusyException
                || isClosedConnection(failure)
                || known.stream().anyMatch(outage -> outage.matches(failure));
    }

    /** Vert.x says "Connection was closed" and the Redis client "CONNECTION_CLOSED" with nothing but the message to tell. */
    private static boolean isClosedConnection(Throwable failure) {
        String message = failure.getMessage();
        return (failure instanceof VertxException
                        || failure.getClass().getName().startsWith("io.vertx.redis"))
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("clos");
    }
}
