package org.summertrip.files.tus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Resumable uploads. */
@ConfigMapping(prefix = "files.tus")
public interface TusConfig {
    /** A client that sends nothing for so long counts as gone; what it sent is kept, and it may come back on another connection. */
    @WithDefault("20s")
    Duration silence();
}
