package org.summertrip.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.id.Ids;

class Uuid7Test {
    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00.123Z");

    @Test
    void derivesTheSameIdFromTheSameFact() {
        assertEquals(Uuid7.derived(TIME, "fact"), Uuid7.derived(TIME, "fact"));
        assertEquals(7, Uuid7.derived(TIME, "fact").version());
        assertEquals(2, Uuid7.derived(TIME, "fact").variant());
        assertEquals(TIME, Ids.timeOf(Uuid7.derived(TIME, "fact")));
        assertNotEquals(Uuid7.derived(TIME, "fact"), Uuid7.derived(TIME, "other"));
    }

    @Test
    void ordersByTimeFromTheOldestToTheNewest() {
        assertTrue(Uuid7.compare(Uuid7.OLDEST, Uuid7.floor(TIME)) < 0);
        assertTrue(Uuid7.compare(Uuid7.floor(TIME), Uuid7.derived(TIME, "fact")) < 0);
        assertTrue(Uuid7.compare(Uuid7.derived(TIME, "fact"), Uuid7.floor(TIME.plusMillis(1))) < 0);
        assertTrue(Uuid7.compare(Uuid7.floor(TIME), Uuid7.NEWEST) < 0);
        assertEquals(Uuid7.NEWEST, Uuid7.later(Uuid7.NEWEST, Uuid7.floor(TIME)));
    }
}
