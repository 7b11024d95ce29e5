package org.summertrip.messaging.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.Uuid7;

class PositionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID BEGINNING = Uuid7.floor(Instant.EPOCH);

    private final Position position = new Position(NOON);

    @Test
    void beginsWithEverythingThatIsThere() {
        assertEquals(BEGINNING, position.next(NOON));
        assertTrue(position.caughtUp(NOON));
    }

    @Test
    void looksBackTenSecondsInBetween() {
        position.next(NOON);
        position.caughtUp(NOON);

        assertEquals(Uuid7.floor(NOON.minusSeconds(10)), position.next(NOON.plusSeconds(1)));
        assertFalse(position.caughtUp(NOON.plusSeconds(1)));
        assertEquals(Uuid7.floor(NOON.minusSeconds(9)), position.next(NOON.plusSeconds(2)));
    }

    @Test
    void looksThroughEverythingEveryHalfMinute() {
        position.next(NOON);
        position.caughtUp(NOON);

        assertEquals(BEGINNING, position.next(NOON.plusSeconds(30)));
    }

    @Test
    void goesOnAfterTheLastOfALongBacklog() {
        UUID last = Uuid7.floor(NOON.minus(Duration.ofHours(2)));
        position.next(NOON);

        position.continueAfter(last);

        assertEquals(last, position.next(NOON.plusSeconds(1)));
        assertTrue(position.caughtUp(NOON.plusSeconds(2)));
    }

    @Test
    void closesASlotOnlyThreeMinutesAfterItsEndAndAfterTheLastFailure() {
        long slot = Slot.of(Uuid7.floor(NOON));
        Instant end = Slot.end(slot);

        assertFalse(position.mayClose(slot, end.plusSeconds(179)));
        assertTrue(position.mayClose(slot, end.plusSeconds(181)));

        position.startOver(end.plusSeconds(181));
        assertFalse(position.mayClose(slot, end.plusSeconds(300)));
        assertTrue(position.mayClose(slot, end.plusSeconds(362)));
    }
}
