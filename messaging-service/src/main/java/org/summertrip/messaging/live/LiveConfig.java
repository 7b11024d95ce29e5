package org.summertrip.messaging.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the recent past a socket can resume from. */
@ConfigMapping(prefix = "summer-trip.live")
public interface LiveConfig {
    /** About how many pushes are kept for each person; older ones are forgotten. */
    @WithDefault("1000")
    int kept();

    /** Somebody who was told nothing for so long has no stream any more and starts afresh. */
    @WithDefault("7d")
    Duration retention();

    /** How long Redis may take for one bundle of commands; afterwards it is tried again. */
    @WithDefault("5s")
    Duration timeout();
}
