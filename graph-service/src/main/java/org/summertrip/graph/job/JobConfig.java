package org.summertrip.graph.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When jobs are looked after; how often each runs is its own matter. */
@ConfigMapping(prefix = "graph.jobs")
public interface JobConfig {
    /** How often a replica looks whether a job is due. */
    @WithDefault("30s")
    Duration check();

    /** A job runs more often than it must while it takes no more than one part in so many of the time. */
    @WithDefault("20")
    @Min(1) int share();

    /** A run that has not come to its end after this time is taken for lost with its replica, and another may begin. */
    @WithDefault("15m")
    Duration patience();

    /** How many runs are remembered. */
    @WithDefault("50")
    int memory();
}
