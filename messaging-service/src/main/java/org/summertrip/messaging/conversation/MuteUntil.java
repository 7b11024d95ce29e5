package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long a conversation is to be silent. */
@RegisterForReflection
@Schema(example = "{\"until\": \"2026-12-01T08:00:00.000Z\"}")
public record MuteUntil(
        @Schema(description = "Absent or null: until it is lifted")
        Instant until) {}
