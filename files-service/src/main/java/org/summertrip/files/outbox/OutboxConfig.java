package org.summertrip.files.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How announced events become published ones. */
@ConfigMapping(prefix = "files.outbox")
public interface OutboxConfig {
    /**
     * How long after its announcement a fact may still come true. Must exceed the time that the store may take to assemble a
     * file ({@code files.s3.assembly-timeout}) by far.
     */
    @WithDefault("10m")
    Duration grace();

    /** How long a replica that was killed while publishing keeps the others from it. */
    @WithDefault("30s")
    Duration lease();
}
