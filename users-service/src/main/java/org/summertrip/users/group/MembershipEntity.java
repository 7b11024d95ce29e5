package org.summertrip.users.group;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

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

    boolean isActive() {
        return ACTIVE.equals(state);
    }
}
