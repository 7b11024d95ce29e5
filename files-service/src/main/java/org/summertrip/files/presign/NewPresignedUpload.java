package org.summertrip.files.presign;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is about to put into the store. */
@Schema(description = "A file that is about to be put into the store")
public record NewPresignedUpload(
        @NotNull @Schema(description = "Stripped of paths and control characters", examples = "\"Belém tower.jpg\"")
        String filename,

        @NotNull @Schema(description = "To be sent as Content-Type, exactly so", examples = "\"image/jpeg\"")
        String contentType,

        @NotNull @Min(0) @Schema(description = "How many bytes will be sent, exactly", examples = "2481032")
        Long size,

        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be a SHA-256 in hexadecimal") @Schema(description = "Of the content, in hexadecimal; checked on completion", nullable = true)
        String sha256,

        @Schema(description = "Whose members may read it, besides its owner", nullable = true)
        UUID groupId) {}
