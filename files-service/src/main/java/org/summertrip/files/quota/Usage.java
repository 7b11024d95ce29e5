package org.summertrip.files.quota;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much somebody keeps. */
@RegisterForReflection
@Schema(description = "How much room the caller's files take")
public record Usage(
        @Schema(description = "Of all files and unfinished uploads together, in bytes")
        long usedBytes,

        @Schema(description = "How many bytes they may have")
        long limitBytes) {}
