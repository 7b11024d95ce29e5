package org.summertrip.files.presign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and how to put it. */
@RegisterForReflection
@Schema(description = "Where and how to put the content")
public record PresignedUpload(
        @Schema(description = "What the file will be called; to be completed under it")
        UUID id,

        @Schema(description = "Takes one PUT of exactly the announced type and size, without any token")
        String uploadUrl,

        @Schema(description = "To be sent with it, exactly so")
        Map<String, String> headers,

        @Schema(description = "When uploadUrl stops working")
        Instant expiresAt) {}
