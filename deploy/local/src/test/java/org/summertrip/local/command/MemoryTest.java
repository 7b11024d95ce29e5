package org.summertrip.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void countsChildrenToo() throws IOException {
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            long alone = Memory.of(ProcessHandle.current());
            long family = Memory.ofFamily(ProcessHandle.current());

            assertTrue(alone > 10_000, alone + " kB");
            assertTrue(family > alone, family + " kB and " + alone + " kB");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void isNothingForTheDead() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("true").start();
        child.waitFor();

        assertEquals(0, Memory.of(child.toHandle()));
    }
}
