package org.summertrip.files.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What events tell of a file; what does not belong to a type is left out. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileFact(
        UUID id,
        UUID ownerId,
        @JsonInclude(JsonInclude.Include.ALWAYS) UUID groupId,
        String filename,
        String contentType,
        Long size,
        Instant createdAt,
        Instant at) {
    static FileFact created(StoredFile file) {
        return new FileFact(
                file.id(),
                file.ownerId(),
                file.groupId(),
                file.filename(),
                file.contentType(),
                file.size(),
                file.createdAt(),
                null);
    }

    static FileFact deleted(StoredFile file, Instant at) {
        return new FileFact(file.id(), file.ownerId(), file.groupId(), null, null, null, null, at);
    }
}
