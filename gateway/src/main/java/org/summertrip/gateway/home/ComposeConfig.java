package org.summertrip.gateway.home;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How answers are put together. */
@ConfigMapping(prefix = "gateway.compose")
public interface ComposeConfig {
    /** How long each part of {@code /home} may take; what is later is marked as missing. */
    @WithDefault("1500ms")
    @DurationMin(millis = 10)
    @DurationMax(seconds = 30)
    Duration homeDeadline();

    /** How large one part of {@code /home} may be; what is larger is marked as missing. */
    @WithDefault("1M")
    MemorySize homePart();

    /** How long one service may take to hand over everything it holds about a person; then there is no export now. */
    @WithDefault("60s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 10)
    Duration exportDeadline();

    /** How many exports one gateway makes at once; more are told to come back. */
    @WithDefault("4")
    @Min(1) @Max(100) int exports();
}
