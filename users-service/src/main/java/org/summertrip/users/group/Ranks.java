package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;

/** What becomes of members: another role, or none. Guards that a group keeps an owner; to be used under the group's lock. */
@ApplicationScoped
class Ranks {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final MemberEvents events;
    private final Clock clock;

    Ranks(GroupRepository groups, MembershipRepository memberships, MemberEvents events, Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    Uni<MembershipEntity> change(MembershipEntity member, Role role) {
        if (Role.of(member.role) == role) {
            return Uni.createFrom().item(member);
        }
        return keepsOwner(member)
                .invoke(kept -> member.role = role.toString())
                .flatMap(kept -> memberships.flush())
                .flatMap(stored -> events.roleChanged(member, now()))
                .replaceWith(member);
    }

    /** Takes the membership away and gives the place back. */
    Uni<Void> expel(MembershipEntity member) {
        UUID groupId = member.id.groupId();
        UUID userId = member.id.userId();
        return keepsOwner(member)
                .flatMap(kept -> memberships.delete(member))
                .flatMap(deleted -> memberships.flush())
                .flatMap(stored -> groups.freePlace(groupId))
                .flatMap(freed -> events.left(groupId, userId, now()));
    }

    /** The last owner may neither step down nor leave. */
    private Uni<Void> keepsOwner(MembershipEntity member) {
        if (!member.isOwner()) {
            return Uni.createFrom().voidItem();
        }
        return memberships
                .owners(member.id.groupId())
                .invoke(owners -> {
                    if (owners == 1) {
                        throw new ProblemException(UsersError.LAST_OWNER);
                    }
                })
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
