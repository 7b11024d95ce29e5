package org.summertrip.users.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as everybody else sees it; also the data of {@code user.created} and {@code user.updated}. */
@RegisterForReflection
@Schema(example = Examples.PUBLIC_USER)
public record PublicUser(
        UUID id, String firstName, String lastName, UUID avatarFileId, Instant createdAt, Instant updatedAt) {
    static PublicUser of(User user) {
        return new PublicUser(
                user.id(), user.firstName(), user.lastName(), user.avatarFileId(), user.createdAt(), user.updatedAt());
    }

    static PublicUser of(UserEntity row) {
        return new PublicUser(row.id, row.firstName, row.lastName, row.avatarFileId, row.createdAt, row.updatedAt);
    }
}
