package org.summertrip.users.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group as the caller sees it.
 *
 * @param myRole owner, admin or member; null for somebody outside
 */
@RegisterForReflection
@Schema(example = Examples.GROUP)
public record Group(
        UUID id,
        String name,
        String description,
        String destination,
        String timeZone,
        LocalDate startsOn,
        LocalDate endsOn,
        Visibility visibility,
        int maxMembers,
        int memberCount,
        String myRole,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {
    static Group of(GroupEntity row, MembershipEntity mine) {
        return new Group(
                        row.id,
                        row.name,
                        row.description,
                        row.destination,
                        row.timeZone,
                        row.startsOn,
                        row.endsOn,
                        Visibility.of(row.visibility),
                        row.maxMembers,
                        row.memberCount,
                        null,
                        row.createdBy,
                        row.createdAt,
                        row.updatedAt)
                .as(mine);
    }

    /** The same group as somebody else sees it. */
    Group as(MembershipEntity mine) {
        return new Group(
                id,
                name,
                description,
                destination,
                timeZone,
                startsOn,
                endsOn,
                visibility,
                maxMembers,
                memberCount,
                mine == null || !mine.isActive() ? null : mine.role,
                createdBy,
                createdAt,
                updatedAt);
    }
}
