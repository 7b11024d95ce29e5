package org.summertrip.graph.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;

/** How suggestions are weighed and how much work one may cost. */
@ConfigMapping(prefix = "graph.suggestions")
public interface SuggestionConfig {
    /** What a shared friend counts, before it is divided by the logarithm of how many friends that friend has. */
    @WithDefault("1.0")
    @PositiveOrZero double friendWeight();

    /** The same for a shared group and its members: who travels together knows each other more often than two with one friend. */
    @WithDefault("2.0")
    @PositiveOrZero double groupWeight();

    /** Through how many of one's friends, and of one's groups, people are looked for: those with the fewest edges, who say most. */
    @WithDefault("60")
    @Min(1) int sources();

    /** A friend or group with more edges than this says next to nothing and costs most; nobody is looked for through it. */
    @WithDefault("500")
    @Min(2) int hub();
}
