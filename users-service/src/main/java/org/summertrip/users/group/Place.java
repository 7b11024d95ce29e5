package org.summertrip.users.group;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A group as the other packages need to know it, and what the caller is in it.
 *
 * @param role null for somebody outside
 */
public record Place(UUID groupId, Role role, ZoneId zone, LocalDate startsOn, LocalDate endsOn) {
    /** Whether the caller is a member. */
    public boolean isInside() {
        return role != null;
    }

    /** Whether the caller is an admin or owner of the group. */
    public boolean leads() {
        return role != null && role.leads();
    }
}
