package org.summertrip.messaging.participant;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitsTest {
    private final UUID trip = UUID.randomUUID();
    private final UUID ana = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Permits permits = new Permits(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void lastASecond() {
        assertFalse(permits.holds(trip, ana));

        permits.grant(trip, ana);

        assertTrue(permits.holds(trip, ana));
        assertFalse(permits.holds(trip, ben));
        assertFalse(permits.holds(UUID.randomUUID(), ana));
        now = now.plusMillis(1000);
        assertFalse(permits.holds(trip, ana));
    }

    @Test
    void endBeforeAndAfterWhatMayEndThem() {
        permits.grant(trip, ana);

        permits.revokedBy(Uni.createFrom().item(() -> {
                    assertFalse(permits.holds(trip, ana));
                    permits.grant(trip, ana);
                    return ana;
                }))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertFalse(permits.holds(trip, ana));
    }
}
