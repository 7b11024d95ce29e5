package org.summertrip.graph.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** When communities and influence are computed, and how. */
@ConfigMapping(prefix = "graph.analysis")
public interface AnalysisConfig {
    /** How often at the least, more often while the graph is small; empty for only when an admin asks. */
    @WithDefault("1h")
    Optional<Duration> every();

    /** How long reading the graph, and each batch of writing results, may take. */
    @WithDefault("10m")
    Duration timeout();

    /** How many people's results are written in one transaction, which holds their locks. */
    @WithDefault("250")
    @Min(1) @Max(10000) int batch();

    /** Fewer people than this are no community. */
    @WithDefault("3")
    @Min(2) int smallest();

    /** How many members of a community are kept to be shown, the most influential ones. */
    @WithDefault("30")
    @Min(1) int shown();
}
