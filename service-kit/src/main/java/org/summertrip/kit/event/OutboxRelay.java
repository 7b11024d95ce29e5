package org.summertrip.kit.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes what the outbox holds, oldest first. A service that has an {@link Outbox} bean gets it by that alone. {@link #wake}
 * after a commit makes the usual delay a few milliseconds; the interval catches what a crash or an outage left behind.
 */
@Singleton
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PUBLISH_TIMEOUT = Duration.ofSeconds(5);

    private final Instance<Outbox> outbox;
    private final Redis redis;
    private final Vertx vertx;
    private final EventConfig config;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();

    public OutboxRelay(Instance<Outbox> outbox, Redis redis, Vertx vertx, EventConfig config) {
        this.outbox = outbox;
        this.redis = redis;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (outbox.isResolvable() && config.relay()) {
            running.set(true);
            schedule(config.relayInterval());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.set(false);
    }

    /** Something was committed: publish it now rather than at the next interval, unless that has just failed. */
    public void wake() {
        if (running.get()) {
            again.set(true);
            if (failures.get() == 0) {
                drain();
            }
        }
    }

    private void schedule(Duration pause) {
        vertx.setTimer(pause.toMillis(), timer -> {
            if (running.get()) {
                drain();
                schedule(nextPause());
            }
        });
    }

    private Duration nextPause() {
        long factor = 1L << Math.min(failures.get(), 6);
        Duration pause = config.relayInterval().multipliedBy(factor);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void drain() {
        if (!draining.compareAndSet(false, true)) {
            return;
        }
        again.set(false);
        vertx.getOrCreateContext()
                .runOnContext(() -> Uni.createFrom()
                        .deferred(() -> outbox.get().drain(config.relayBatch(), this::publish))
                        .subscribe()
                        .with(this::drained, this::failed));
    }

    private void drained(int published) {
        failures.set(0);
        draining.set(false);
        if (running.get() && (published == config.relayBatch() || again.get())) {
            drain();
        }
    }

    private void failed(Throwable failure) {
        // The first failure of a series tells; repeating it every few seconds of an outage would only hide other news.
        if (failures.getAndIncrement() == 0) {
            LOG.warnf("outbox waits, events are kept and published later cause=%s", failure);
        }
        draining.set(false);
    }

    /** One pipeline on one connection, so that the order on the stream is the order in the outbox. */
    private Uni<Void> publish(List<OutboxEvent> events) {
        List<Request> requests = events.stream()
                .map(event -> Request.cmd(Command.XADD)
                        .arg(event.stream())
                        .arg("*")
                        .arg(EventConsumer.FIELD)
                        .arg(event.payload()))
                .toList();
        return redis.batch(requests).ifNoItem().after(PUBLISH_TIMEOUT).fail().replaceWithVoid();
    }
}
