package org.summertrip.users.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of an invite: everything but its token. */
@Entity
@Table(name = "invites")
class InviteEntity {
    @Id
    UUID id;

    @Column(name = "group_id")
    UUID groupId;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "user_id")
    UUID userId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "max_uses")
    Integer maxUses;

    int used;
}
