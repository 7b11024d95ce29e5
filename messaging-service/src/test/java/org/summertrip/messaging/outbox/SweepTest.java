package org.summertrip.messaging.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.Uuid7;

class SweepTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long MINUTE = Slot.of(NOON);
    private static final UUID SOMEWHERE = UUID.fromString("0199aa63-0e4c-7d1b-bf7a-d9cf5d7fbe28");

    private final Sweep sweep = new Sweep(NOON);

    @Test
    void goesThroughAllOpenSlotsBeforeAnythingLeaves() {
        sweep.begin(List.of(MINUTE, MINUTE - 60), NOON);

        assertTrue(sweep.isRecovering());
        assertEquals(Uuid7.OLDEST, sweep.from());
        assertEquals(MINUTE - 60, sweep.slot());
        sweep.read(SOMEWHERE);
        assertEquals(SOMEWHERE, sweep.position());
        sweep.read(null);
        assertEquals(MINUTE, sweep.slot());
        assertEquals(Sweep.FIRST, sweep.position());
        assertTrue(sweep.isRecovering());
        sweep.read(null);
        assertNull(sweep.slot());
        assertFalse(sweep.isRecovering());
    }

    @Test
    void looksEveryTenSecondsForWhatIsYoungerThanTheLastTimeAndTenSecondsMore() {
        sweep.begin(List.of(MINUTE - 1), NOON);
        sweep.read(null);

        sweep.begin(List.of(MINUTE - 2, MINUTE - 1, MINUTE), NOON.plusSeconds(9));
        assertNull(sweep.slot());

        sweep.begin(List.of(MINUTE - 2, MINUTE - 1, MINUTE), NOON.plusSeconds(10));
        assertEquals(Uuid7.floor(NOON.minusSeconds(10)), sweep.from());
        assertEquals(MINUTE - 1, sweep.slot());
        assertFalse(sweep.isRecovering());
    }

    @Test
    void isOverAtOnceWhenNothingIsOpen() {
        sweep.begin(List.of(), NOON);

        assertFalse(sweep.isRecovering());
        assertNull(sweep.slot());
    }

    @Test
    void startsOverAfterAFailure() {
        sweep.begin(List.of(MINUTE), NOON);
        sweep.read(null);

        sweep.startOver(NOON.plusSeconds(3));
        sweep.begin(List.of(MINUTE - 5, MINUTE), NOON.plusSeconds(3));

        assertTrue(sweep.isRecovering());
        assertEquals(MINUTE - 5, sweep.slot());
    }
}
