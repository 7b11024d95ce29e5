package org.summertrip.gateway.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceConfigTest {
    @Test
    void sparesSlowLinesByDefault() {
        PaceConfig config = read(Map.of());

        assertEquals(Duration.ofSeconds(10), config.headWithin());
        assertEquals(Duration.ofSeconds(30), config.bodyGrace());
        assertEquals(500, config.bodyBytesPerSecond());
        assertEquals(Duration.ofSeconds(30), config.answerGrace());
        assertEquals(500, config.answerBytesPerSecond());
    }

    @Test
    void readsEveryValue() {
        PaceConfig config = read(Map.of(
                "gateway.pace.head-within", "1s",
                "gateway.pace.body-grace", "2s",
                "gateway.pace.body-bytes-per-second", "3",
                "gateway.pace.answer-grace", "4s",
                "gateway.pace.answer-bytes-per-second", "5"));

        assertEquals(Duration.ofSeconds(1), config.headWithin());
        assertEquals(Duration.ofSeconds(2), config.bodyGrace());
        assertEquals(3, config.bodyBytesPerSecond());
        assertEquals(Duration.ofSeconds(4), config.answerGrace());
        assertEquals(5, config.answerBytesPerSecond());
    }

    private static PaceConfig read(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(PaceConfig.class)
                .build()
                .getConfigMapping(PaceConfig.class);
    }
}
