package org.summertrip.files.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What the index holds of a file.
 *
 * @param sha256 of the content, as hex
 * @param groupId whose members may read it, or null
 * @param createdAt the millisecond in the id, when the upload began
 * @param active whether the content looks like something that a browser or a shell would run, or unlike what it was declared to be
 * @param width of a picture as it is seen, otherwise null
 * @param height likewise
 * @param deletedAt null while it lives; afterwards only ids and times are left
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoredFile(
        UUID id,
        UUID ownerId,
        String filename,
        long size,
        String contentType,
        String sha256,
        UUID groupId,
        Instant createdAt,
        boolean active,
        Integer width,
        Integer height,
        Instant deletedAt) {
    @JsonIgnore
    public boolean isLive() {
        return deletedAt == null;
    }

    public boolean isOf(UUID userId) {
        return ownerId.equals(userId);
    }

    StoredFile tombstone(Instant at) {
        return new StoredFile(id, ownerId, null, 0, null, null, null, createdAt, false, null, null, at);
    }
}
