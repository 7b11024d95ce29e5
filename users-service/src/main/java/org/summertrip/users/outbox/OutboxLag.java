package org.summertrip.users.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How long the oldest unpublished event has been waiting: {@code outbox_lag_seconds}, 0 when nothing waits. */
@Singleton
public class OutboxLag {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final String LAG = """
            select coalesce(extract(epoch from now() - created_at), 0) as seconds from outbox
            order by position limit 1""";

    private final Pool pool;
    private final Vertx vertx;
    private final AtomicLong millis = new AtomicLong();
    private final AtomicLong timer = new AtomicLong();

    public OutboxLag(Pool pool, Vertx vertx, MeterRegistry meters) {
        this.pool = pool;
        this.vertx = vertx;
        Gauge.builder("outbox.lag.seconds", () -> millis.get() / 1000.0)
                .description("How long the oldest unpublished event has been waiting")
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        timer.set(vertx.setPeriodic(
                INTERVAL.toMillis(), id -> measure().subscribe().with(millis::set, failure -> {})));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer.get());
    }

    /** While PostgreSQL is away the last known value stays: readiness tells about the outage. */
    private Uni<Long> measure() {
        return pool.query(LAG)
                .execute()
                .map(rows -> rows.size() == 0
                        ? 0L
                        : (long) (1000 * rows.iterator().next().getBigDecimal(0).doubleValue()));
    }
}
