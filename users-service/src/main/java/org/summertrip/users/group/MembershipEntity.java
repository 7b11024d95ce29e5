package org.summertrip.users.group;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a membership, of a request to join, or of a ban. */
@Entity
@Table(name = "memberships")
class MembershipEntity {
    static final String ACTIVE = "active";
    static final String REQUESTED = "requested";
    static final String BANNED = "banned";

    @EmbeddedId
    MembershipId id;

    String role;
    String state;

    @Column(name = "joined_at")
    Instant joinedAt;

    static MembershipEntity of(UUID groupId, UUID userId, Role role, String state, Instant since) {
        MembershipEntity row = new MembershipEntity();
        row.id = new MembershipId(groupId, userId);
        row.enter(role, state, since);
        return row;
    }

    void enter(Role newRole, String newState, Instant since) {
        role = newRole.toString();
        state = newState;
        joinedAt = since;
    }

    boolean isActive() {
        return ACTIVE.equals(state);
    }

    boolean isBanned() {
        return BANNED.equals(state);
    }

    boolean isOwner() {
        return isActive() && Role.of(role) == Role.OWNER;
    }
}
