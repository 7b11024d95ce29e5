package org.summertrip.users.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.users.outbox.Facts;

/** What other services are told about who is in a group. Their subject is the group, so that its events stay in order. */
@Singleton
class MemberEvents {
    private final Facts facts;

    MemberEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> joined(MembershipEntity member) {
        return facts.store("member.joined", member.id.groupId(), Joined.of(member));
    }

    Uni<Void> requested(MembershipEntity member) {
        UUID groupId = member.id.groupId();
        return facts.store("member.requested", groupId, new Person(groupId, member.id.userId(), member.joinedAt));
    }

    Uni<Void> roleChanged(MembershipEntity member, Instant at) {
        UUID groupId = member.id.groupId();
        return facts.store(
                "member.role-changed", groupId, new RoleChanged(groupId, member.id.userId(), member.role, at));
    }

    Uni<Void> left(UUID groupId, UUID userId, Instant at) {
        return facts.store("member.left", groupId, new Person(groupId, userId, at));
    }

    Uni<Void> banned(UUID groupId, UUID userId, Instant at) {
        return facts.store("member.banned", groupId, new Person(groupId, userId, at));
    }

    /** Never with the token. */
    Uni<Void> invited(InviteEntity invite) {
        Invited data = new Invited(
                invite.groupId, invite.createdBy, invite.userId, invite.expiresAt, invite.maxUses, invite.createdAt);
        return facts.store("invite.created", invite.groupId, data);
    }

    /** Data of {@code member.joined}. */
    @RegisterForReflection
    record Joined(UUID groupId, UUID userId, String role, Instant joinedAt) {
        static Joined of(MembershipEntity member) {
            return new Joined(member.id.groupId(), member.id.userId(), member.role, member.joinedAt);
        }
    }

    /** Data of {@code member.requested}, {@code member.left} and {@code member.banned}. */
    @RegisterForReflection
    record Person(UUID groupId, UUID userId, Instant at) {}

    /** Data of {@code member.role-changed}. */
    @RegisterForReflection
    record RoleChanged(UUID groupId, UUID userId, String role, Instant at) {}

    /** Data of {@code invite.created}. */
    @RegisterForReflection
    record Invited(UUID groupId, UUID createdBy, UUID userId, Instant expiresAt, Integer maxUses, Instant at) {}
}
