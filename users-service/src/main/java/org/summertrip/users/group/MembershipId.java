package org.summertrip.users.group;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** One person in one group. */
@Embeddable
record MembershipId(
        @Column(name = "group_id") UUID groupId,
        @Column(name = "user_id") UUID userId) implements Serializable {}
