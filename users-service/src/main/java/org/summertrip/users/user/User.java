package org.summertrip.users.user;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** An account as its owner sees it. */
@RegisterForReflection
public record User(
        UUID id,
        String email,
        String firstName,
        String lastName,
        UUID avatarFileId,
        String locale,
        Instant createdAt,
        Instant updatedAt) {
    static User of(UserEntity row) {
        return new User(
                row.id,
                row.email,
                row.firstName,
                row.lastName,
                row.avatarFileId,
                row.locale,
                row.createdAt,
                row.updatedAt);
    }
}
