package org.summertrip.files.presign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a link shall work. */
@Schema(description = "How long a link shall work")
public record NewLink(
        @Min(1) @Max(3600) @Schema(description = "In seconds; absent, 15 minutes", nullable = true, examples = "600")
        Integer expiresIn) {}
