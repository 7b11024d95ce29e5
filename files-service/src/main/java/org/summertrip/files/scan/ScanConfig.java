package org.summertrip.files.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/** The virus scanner. */
@ConfigMapping(prefix = "files.scan")
public interface ScanConfig {
    /** Host and port of clamd, such as {@code clamd:3310}; without it nothing is scanned. */
    Optional<@Pattern(regexp = "[^:\\s]+:\\d{1,5}", message = "must be host:port") String> clamd();

    /** How long clamd may take for one file; then it counts as down (503). Its own StreamMaxLength must not be below the largest file. */
    @WithDefault("2m")
    Duration timeout();
}
