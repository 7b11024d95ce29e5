package org.summertrip.files.file;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file as the API shows it. */
@RegisterForReflection
@Schema(description = "What is known of a file")
public record File(
        UUID id,
        UUID ownerId,

        @Schema(description = "The name it was uploaded under, without any path")
        String filename,

        @Schema(description = "In bytes") long size,
        String contentType,

        @Schema(description = "Of the content, in hexadecimal")
        String sha256,

        @Schema(description = "The group whose members may read it", nullable = true)
        UUID groupId,

        Instant createdAt,

        @Schema(description = "Of a picture, in pixels as it is seen", nullable = true)
        Integer width,

        @Schema(description = "Of a picture, in pixels as it is seen", nullable = true)
        Integer height,

        @Schema(description = "Where its content is, relative to the API")
        String url) {
    public static File of(StoredFile stored) {
        return new File(
                stored.id(),
                stored.ownerId(),
                stored.filename(),
                stored.size(),
                stored.contentType(),
                stored.sha256(),
                stored.groupId(),
                stored.createdAt(),
                stored.width(),
                stored.height(),
                "/storage/download/" + stored.id());
    }
}
