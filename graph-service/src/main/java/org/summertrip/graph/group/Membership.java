package org.summertrip.graph.group;

import java.time.Instant;

/**
 * What is known of one person in one group: the latest of each kind of news, each kept apart. That makes the outcome the same
 * in whatever order, and however often, the events come.
 *
 * @param joinedAt the latest joining, or null
 * @param leftAt the latest leaving or banning, or null
 * @param role the latest role, or null
 * @param roleAt since when the role
 */
record Membership(Instant joinedAt, Instant leftAt, String role, Instant roleAt) {
    static final Membership UNKNOWN = new Membership(null, null, null, null);

    Membership joined(Instant at, String asRole) {
        return new Membership(later(joinedAt, at), leftAt, role, roleAt).hasRole(at, asRole);
    }

    Membership hasRole(Instant at, String newRole) {
        boolean news = roleAt == null || !at.isBefore(roleAt);
        return news ? new Membership(joinedAt, leftAt, newRole, at) : this;
    }

    Membership left(Instant at) {
        return new Membership(joinedAt, later(leftAt, at), role, roleAt);
    }

    /** Only members have roles, so a role given after the last leaving tells of a joining that is still on its way. */
    boolean active() {
        return roleAt != null && (leftAt == null || roleAt.isAfter(leftAt));
    }

    /** Since when a member; of an active membership only. */
    Instant since() {
        boolean joiningKnown = joinedAt != null && (leftAt == null || joinedAt.isAfter(leftAt));
        return joiningKnown ? joinedAt : roleAt;
    }

    private static Instant later(Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }
}
