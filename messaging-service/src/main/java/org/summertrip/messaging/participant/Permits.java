package org.summertrip.messaging.participant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was found to be allowed to write a moment ago, so that somebody in full swing is not looked up for each message. A departure
 * or a block that this replica hears of ends all of them at once; one that another replica hears of, a second later: facts of
 * other services arrive later than that anyway.
 */
@Singleton
public class Permits {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<Permit, Long> ends = new ConcurrentHashMap<>();

    Permits(Clock clock) {
        this.clock = clock;
    }

    public boolean holds(UUID conversationId, UUID userId) {
        Long end = ends.get(new Permit(conversationId, userId));
        return end != null && clock.millis() < end;
    }

    public void grant(UUID conversationId, UUID userId) {
        if (ends.size() >= MOST) {
            ends.clear();
        }
        ends.put(new Permit(conversationId, userId), clock.millis() + KEPT.toMillis());
    }

    /** A write after which somebody may not write any more: ends all of them before it and after it. */
    public <T> Uni<T> revokedBy(Uni<T> write) {
        return write.onSubscription().invoke(ends::clear).onTermination().invoke(ends::clear);
    }

    private record Permit(UUID conversationId, UUID userId) {}
}
