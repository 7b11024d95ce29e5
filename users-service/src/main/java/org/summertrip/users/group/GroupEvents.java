package org.summertrip.users.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.summertrip.users.outbox.Fact;
import org.summertrip.users.outbox.Facts;

/** What other services are told about groups. */
@Singleton
class GroupEvents {
    private final Facts facts;

    GroupEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> founded(GroupEntity group, MembershipEntity owner) {
        return facts.store(List.of(
                new Fact("group.created", group.id, GroupHead.of(group)),
                new Fact("member.joined", group.id, MemberEvents.Joined.of(owner))));
    }

    Uni<Void> updated(GroupEntity group) {
        return facts.store("group.updated", group.id, GroupHead.of(group));
    }

    Uni<Void> deleted(UUID groupId, Instant at) {
        return facts.store("group.deleted", groupId, new GroupEnd(groupId, at));
    }

    /** Data of {@code group.created} and {@code group.updated}. */
    @RegisterForReflection
    record GroupHead(
            UUID id,
            String name,
            String description,
            String destination,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            String visibility,
            int maxMembers,
            UUID createdBy,
            Instant createdAt,
            Instant updatedAt) {
        static GroupHead of(GroupEntity group) {
            return new GroupHead(
                    group.id,
                    group.name,
                    group.description,
                    group.destination,
                    group.startsOn,
                    group.endsOn,
                    group.timeZone,
                    group.visibility,
                    group.maxMembers,
                    group.createdBy,
                    group.createdAt,
                    group.updatedAt);
        }
    }

    /** Data of {@code group.deleted}. */
    @RegisterForReflection
    record GroupEnd(UUID id, Instant at) {}
}
