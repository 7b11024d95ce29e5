package org.summertrip.users.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is remembered what is read most. */
@ConfigMapping(prefix = "users.cache")
public interface CacheConfig {
    /** How long an entry lives; also how long an old one may be seen when Redis was down while the thing changed. */
    @WithDefault("60s")
    Duration ttl();

    /** How long Redis may take; then the database is asked, and Redis left alone for {@link #rest}. */
    @WithDefault("100ms")
    Duration patience();

    /** How long Redis is left alone after it failed. */
    @WithDefault("1s")
    Duration rest();
}
