package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.users.outbox.Transactions;

/** Starting a group: the group, its first owner and both events, or nothing. */
@ApplicationScoped
class Founding {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final GroupEvents events;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Founding(
            GroupRepository groups,
            MembershipRepository memberships,
            GroupEvents events,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Group> found(NewGroup wanted, UUID ownerId) {
        GroupEntity group = new GroupEntity();
        group.id = ids.next();
        group.memberCount = 1;
        group.createdBy = ownerId;
        group.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        group.take(wanted, group.createdAt);
        MembershipEntity owner =
                MembershipEntity.of(group.id, ownerId, Role.OWNER, MembershipEntity.ACTIVE, group.createdAt);
        return transactions.run(() -> groups.persist(group)
                .flatMap(stored -> memberships.persistAndFlush(owner))
                .flatMap(stored -> events.founded(group, owner))
                .replaceWith(() -> Group.of(group, owner)));
    }
}
