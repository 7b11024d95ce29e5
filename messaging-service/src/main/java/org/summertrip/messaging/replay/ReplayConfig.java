package org.summertrip.messaging.replay;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be replayed at once. */
@ConfigMapping(prefix = "summer-trip.replay")
public interface ReplayConfig {
    /** The longest snapshot. It is read line by line, so this may be far more than memory holds. */
    @WithDefault("2G")
    MemorySize maxSize();
}
