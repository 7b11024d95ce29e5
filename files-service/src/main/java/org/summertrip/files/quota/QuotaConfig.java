package org.summertrip.files.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much everybody may keep. */
@ConfigMapping(prefix = "files.quota")
public interface QuotaConfig {
    /** How many bytes all files of one person may have together, unfinished uploads included; beyond, 409. */
    @WithDefault("10737418240")
    @Min(0) long bytesPerUser();
}
