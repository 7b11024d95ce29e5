package org.summertrip.files.orphan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a look at a part of the bucket came to. */
@RegisterForReflection
@Schema(description = "Objects that belong to no file, in one part of the bucket")
record Inventory(
        @Schema(description = "How many objects were looked at")
        int examined,

        @Schema(description = "What belongs to no file") List<String> orphans,

        @Schema(description = "How many bytes they have") long bytes,

        @Schema(description = "Whether they have been removed")
        boolean removed,

        @Schema(description = "The `after` of the next part; null when this was the last", nullable = true)
        String next) {}
