package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.messaging.Limits;
import org.summertrip.messaging.text.CodePoints;

/** What a sender says instead. */
@RegisterForReflection
@Schema(example = MessageExamples.CHANGES)
public record MessageChanges(
        @NotNull @CodePoints(max = Limits.MESSAGE)
        @Schema(description = "1 to 4,000 Unicode code points", minLength = 1, maxLength = Limits.MESSAGE)
        String content) {}
