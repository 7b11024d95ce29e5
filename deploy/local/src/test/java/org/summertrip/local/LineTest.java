package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void putsEverybodyIntoOneColumn() {
        assertEquals("messaging-service  ready", Line.of("messaging-service", "ready"));
        assertEquals("Redis              ready on port 1", Line.ofStore("Redis       ready on port 1"));
        assertEquals("without a column", Line.ofStore("without a column"));
    }
}
