package org.summertrip.files.presign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Addresses that are their own permission, hence short-lived. */
@ConfigMapping(prefix = "files.presign")
public interface PresignConfig {
    /** How long a client has to begin putting its content. */
    @WithDefault("15m")
    Duration expiry();

    /** How long a link to a file works where nothing is said. */
    @WithDefault("15m")
    Duration linkExpiry();
}
