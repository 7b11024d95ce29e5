package org.summertrip.users.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.summertrip.users.user.PublicUser;

/**
 * Somebody's place in a group.
 *
 * @param role owner, admin or member
 * @param state active, requested or banned
 * @param joinedAt since when they are in this state
 */
@RegisterForReflection
@Schema(example = Examples.MEMBER)
public record Member(UUID userId, String role, String state, Instant joinedAt, PublicUser user) {
    static Member of(MembershipEntity row, PublicUser user) {
        return new Member(row.id.userId(), row.role, row.state, row.joinedAt, user);
    }
}
