package org.summertrip.messaging.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.summertrip.kit.event.EventConfig;
import org.summertrip.messaging.cassandra.Cql;
import org.summertrip.messaging.cassandra.Lease;

/** Remembers whether this replica is the one that publishes, so that the store is asked seldom. Claims are for one caller at a time. */
@Singleton
public class Leadership {
    static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Duration NEXT_TRY = Duration.ofSeconds(2);

    private final Lease lease;
    private final Clock clock;
    private volatile Instant heldUntil = Instant.EPOCH;
    private volatile Instant nextTry = Instant.EPOCH;
    private volatile boolean resigned;

    @Inject
    Leadership(Cql cql, EventConfig events, Clock clock) {
        this(new Lease(cql, "outbox", events.consumer(), LENGTH), clock);
    }

    Leadership(Lease lease, Clock clock) {
        this.lease = lease;
        this.clock = clock;
    }

    /** Whether it may publish now; takes or prolongs the lease where that is due. */
    Uni<Boolean> claim() {
        if (resigned) {
            return Uni.createFrom().item(false);
        }
        Instant now = clock.instant();
        if (now.isBefore(heldUntil.minus(RENEW_BEFORE))) {
            return Uni.createFrom().item(true);
        }
        if (now.isBefore(nextTry)) {
            return Uni.createFrom().item(holds());
        }
        nextTry = now.plus(NEXT_TRY);
        return lease.acquire()
                .invoke(ours -> heldUntil = ours ? now.plus(LENGTH).minus(MARGIN) : Instant.EPOCH)
                .onFailure()
                .invoke(failure -> nextTry = Instant.EPOCH);
    }

    /** Lets another replica publish at once, for good. Should that not arrive, the lease runs out by itself. */
    Uni<Void> resign() {
        boolean held = holds();
        resigned = true;
        heldUntil = Instant.EPOCH;
        return held ? lease.release() : Uni.createFrom().voidItem();
    }

    /** Whether no other replica publishes now. */
    public boolean holds() {
        return clock.instant().isBefore(heldUntil);
    }
}
