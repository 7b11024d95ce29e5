package org.summertrip.gateway.socket;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.gateway.socket.Feed.Entry;

/**
 * Brings one socket what its person is to be told, in order and each once. It reads on from where the client is, one page at a time, and
 * reads the next page only when the client has taken the last: a slow client costs a page, whatever it misses meanwhile.
 *
 * <p>Used on the socket's own context only, but for {@link #busySince}.
 */
final class Delivery {
    private static final long RETRY_MILLIS = 1_000;
    /** A client that took so long for a page may have been overtaken by the end of the stream. */
    private static final long SUSPICIOUS_MILLIS = 1_000;

    private final ServerWebSocket socket;
    private final Context context;
    private final UUID user;
    private final Environment environment;
    private String position;
    private boolean reading;
    private boolean again;
    private boolean suspect;
    private boolean stopped;
    private volatile long busySince;

    Delivery(ServerWebSocket socket, Context context, UUID user, String position, Environment environment) {
        this.socket = socket;
        this.context = context;
        this.user = user;
        this.position = position;
        this.environment = environment;
    }

    /** How far the client is. */
    String position() {
        return position;
    }

    /** Since when a page is on its way to the client, in milliseconds; 0 when none is. */
    long busySince() {
        return busySince;
    }

    void stop() {
        stopped = true;
    }

    /** There may be something new. */
    void wake() {
        if (reading) {
            again = true;
        } else if (!stopped) {
            read();
        }
    }

    private void read() {
        reading = true;
        again = false;
        Future<Boolean> whole =
                suspect ? environment.feed().isWholeAfter(user, position) : Future.succeededFuture(true);
        suspect = false;
        whole.compose(complete -> complete
                        ? environment.feed().after(user, position, environment.page())
                        : Future.succeededFuture(null))
                .onComplete(result -> context.runOnContext(here -> {
                    if (result.failed()) {
                        retry();
                    } else if (result.result() == null) {
                        environment.onGap().run();
                    } else {
                        deliver(result.result());
                    }
                }));
    }

    private void retry() {
        environment
                .vertx()
                .setTimer(
                        RETRY_MILLIS,
                        timer -> context.runOnContext(here -> {
                            reading = false;
                            wake();
                        }));
    }

    private void deliver(List<Entry> entries) {
        if (stopped) {
            return;
        }
        if (entries.isEmpty()) {
            finish(false);
            return;
        }
        busySince = environment.clock().millis();
        Future<Void> written = Future.succeededFuture();
        for (Entry entry : entries) {
            position = entry.seq();
            if (entry.isEvent()) {
                written = socket.writeTextMessage(Frames.event(entry.seq(), entry.type(), entry.data()));
                environment.onEvent().accept(entry);
            }
        }
        written.onComplete(taken -> context.runOnContext(here -> {
            suspect = environment.clock().millis() - busySince > SUSPICIOUS_MILLIS;
            busySince = 0;
            finish(entries.size() == environment.page());
        }));
    }

    private void finish(boolean more) {
        reading = false;
        if ((more || again) && !stopped) {
            read();
        }
    }

    /**
     * What it works with.
     *
     * @param page how many events are under way at once
     * @param onEvent sees what is delivered
     * @param onGap what comes next is lost: the stream was cut behind the client's back
     */
    record Environment(Feed feed, int page, Clock clock, Vertx vertx, Consumer<Entry> onEvent, Runnable onGap) {}
}
