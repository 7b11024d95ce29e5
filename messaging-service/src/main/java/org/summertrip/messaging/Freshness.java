package org.summertrip.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.CallerContext;

/**
 * Patience with what is new: an id reaches clients a moment before the event that tells this service of it. Who made an account,
 * a group or a file and uses it at once would be told that there is no such thing; so what is missing is looked for again until
 * its id is two seconds old. What is older is missing at once.
 */
@Singleton
public class Freshness {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Clock clock;

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /** Looks, and again while it is not there and young enough to be still on its way. */
    public Uni<Boolean> lookFor(UUID id, Supplier<Uni<Boolean>> look) {
        return look.get()
                .flatMap(there -> there || !isFresh(id) ? Uni.createFrom().item(there) : again(id, look));
    }

    private Uni<Boolean> again(UUID id, Supplier<Uni<Boolean>> look) {
        return CallerContext.resume(
                Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).flatMap(rested -> lookFor(id, look)));
    }

    private boolean isFresh(UUID id) {
        Instant made = Ids.timeOf(id);
        Instant now = clock.instant();
        return id.version() == 7 && made.isBefore(now.plus(FRESH)) && made.isAfter(now.minus(FRESH));
    }
}
