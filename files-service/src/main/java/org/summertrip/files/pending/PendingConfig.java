package org.summertrip.files.pending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Uploads that take more than one request. */
@ConfigMapping(prefix = "files.pending")
public interface PendingConfig {
    /** How long after its beginning an upload may be finished; then it and what came of it are removed. */
    @WithDefault("24h")
    Duration expireAfter();

    /** How often what has expired is looked for. */
    @WithDefault("15m")
    Duration sweepInterval();
}
