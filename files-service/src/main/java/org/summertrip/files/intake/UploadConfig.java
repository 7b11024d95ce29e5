package org.summertrip.files.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What an upload may cost. */
@ConfigMapping(prefix = "files.upload")
public interface UploadConfig {
    /** The largest file, in bytes; beyond, 413. At most what S3 can hold in 10,000 parts of 5 MiB. */
    @WithDefault("1073741824")
    @Min(1) @Max(10_000L * Staging.PART_BYTES) long maxBytes();

    /** How many uploads are served at once; each needs 5 MiB of heap. Others wait. */
    @WithDefault("10")
    @Min(1) @Max(1000) int concurrent();

    /** How long an upload waits for its turn before it is told to come back later (503). */
    @WithDefault("10s")
    Duration patience();

    /** Unfinished content of a replica that was killed is removed after this. Must exceed the longest upload. */
    @WithDefault("24h")
    Duration abandonedAfter();
}
