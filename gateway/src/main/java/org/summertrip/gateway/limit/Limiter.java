package org.summertrip.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks for the count as long as there is somebody to ask, and admits otherwise. */
@Singleton
public class Limiter {
    private static final Logger LOG = Logger.getLogger(Limiter.class);

    private final Buckets buckets;
    private final LimitConfig config;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile Instant pausedUntil = Instant.EPOCH;

    public Limiter(Buckets buckets, LimitConfig config, Clock clock, MeterRegistry meters) {
        this.buckets = buckets;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /** Never fails. */
    Future<List<Balance>> take(List<Charge> charges) {
        if (clock.instant().isBefore(pausedUntil)) {
            return Future.succeededFuture(admitted(charges));
        }
        return buckets.take(charges).otherwise(failure -> {
            pause(failure);
            return admitted(charges);
        });
    }

    void debit(Charge spent) {
        if (!clock.instant().isBefore(pausedUntil)) {
            buckets.debit(spent).onFailure(this::pause);
        }
    }

    void count(Balance refused) {
        meters.counter("gateway.limited", "policy", refused.charge().policy().code())
                .increment();
    }

    private void pause(Throwable failure) {
        if (!clock.instant().isBefore(pausedUntil)) {
            LOG.warnf("requests are admitted uncounted cause=%s", failure);
        }
        meters.counter("gateway.limits.unavailable").increment();
        pausedUntil = clock.instant().plus(config.pause());
    }

    private static List<Balance> admitted(List<Charge> charges) {
        return charges.stream().map(Charge::untouched).toList();
    }
}
