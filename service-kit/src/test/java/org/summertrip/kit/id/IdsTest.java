package org.summertrip.kit.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void growAsTextEvenWithinAMillisecond() {
        Ids ids = new Ids();
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        assertEquals(made.stream().sorted().distinct().toList(), made);
    }

    @Test
    void areVersion7AndKnowTheirTime() {
        UUID id = new Ids().next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertTrue(Duration.between(Ids.timeOf(id), Instant.now()).abs().toSeconds() < 5);
    }
}
