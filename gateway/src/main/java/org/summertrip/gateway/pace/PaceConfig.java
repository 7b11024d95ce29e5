package org.summertrip.gateway.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How slow a client may be. */
@ConfigMapping(prefix = "gateway.pace")
public interface PaceConfig {
    /** How long the head of a request may take: on a new connection from its beginning, on a used one from the head's first byte. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 5)
    Duration headWithin();

    /** How long the body of a request may take whatever its size ... */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration bodyGrace();

    /** ... and a second more for so many bytes of it. */
    @WithDefault("500")
    @Min(1) @Max(1_000_000) int bodyBytesPerSecond();

    /** How long the client may let bytes of an answer wait here whatever their number ... */
    @WithDefault("30s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 10)
    Duration answerGrace();

    /** ... and a second more for so many bytes that it takes. */
    @WithDefault("500")
    @Min(1) @Max(100_000_000) int answerBytesPerSecond();
}
