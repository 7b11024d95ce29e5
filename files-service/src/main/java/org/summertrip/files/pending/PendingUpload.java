package org.summertrip.files.pending;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * An upload that is not a file yet.
 *
 * @param id what its file will be called
 * @param filename cleaned
 * @param contentType as declared, or null
 * @param size that it will have
 * @param sha256 that it must have, as hex in lower case, or null
 * @param groupId whose members shall see the file, or null
 * @param metadata what a tus client said, word for word; null for others
 * @param terminated whether its owner has given it up
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record PendingUpload(
        UUID id,
        UUID ownerId,
        String filename,
        String contentType,
        long size,
        String sha256,
        UUID groupId,
        String metadata,
        boolean terminated) {
    PendingUpload givenUp() {
        return new PendingUpload(id, ownerId, "", null, size, null, null, null, true);
    }
}
