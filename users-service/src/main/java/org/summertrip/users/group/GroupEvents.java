package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.users.outbox.Facts;

/** What other services are told about groups. */
@Singleton
class GroupEvents {
    private final Facts facts;

    GroupEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> created(GroupEntity group) {
        GroupHead head = new GroupHead(
                group.id,
                group.name,
                group.description,
                group.destination,
                group.visibility,
                group.createdBy,
                group.createdAt,
                group.updatedAt);
        return Panache.getSession().flatMap(session -> facts.store(session, "group.created", group.id, head));
    }

    Uni<Void> joined(MembershipEntity member) {
        Joined joined = new Joined(member.id.groupId(), member.id.userId(), member.role, member.joinedAt);
        return Panache.getSession()
                .flatMap(session -> facts.store(session, "member.joined", member.id.groupId(), joined));
    }

    /** Data of {@code group.created}. */
    @RegisterForReflection
    record GroupHead(
            UUID id,
            String name,
            String description,
            String destination,
            String visibility,
            UUID createdBy,
            Instant createdAt,
            Instant updatedAt) {}

    /** Data of {@code member.joined}. */
    @RegisterForReflection
    record Joined(UUID groupId, UUID userId, String role, Instant joinedAt) {}
}
