package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;

/** The one door into a group: joining, an answered request and an invite all lead through it. */
@ApplicationScoped
class Admission {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final MemberEvents events;
    private final Clock clock;

    Admission(GroupRepository groups, MembershipRepository memberships, MemberEvents events, Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes somebody a member, if there is a place and nothing speaks against it.
     *
     * @param present their row in this group: a request, a ban, or null
     */
    Uni<MembershipEntity> admit(UUID groupId, UUID userId, MembershipEntity present, Role role) {
        refuse(present);
        return groups.takePlace(groupId)
                .invoke(taken -> {
                    if (!taken) {
                        throw new ProblemException(UsersError.GROUP_FULL);
                    }
                })
                .flatMap(taken -> store(groupId, userId, present, role, MembershipEntity.ACTIVE))
                .call(events::joined);
    }

    /** Notes that somebody would like to come in. */
    Uni<MembershipEntity> ask(UUID groupId, UUID userId, MembershipEntity present) {
        refuse(present);
        return present != null
                ? Uni.createFrom().item(present)
                : store(groupId, userId, null, Role.MEMBER, MembershipEntity.REQUESTED)
                        .call(events::requested);
    }

    /** Shuts the door for somebody who is not a member, or not any more. */
    Uni<MembershipEntity> ban(UUID groupId, UUID userId, MembershipEntity present) {
        return store(groupId, userId, present, Role.MEMBER, MembershipEntity.BANNED)
                .call(row -> events.banned(groupId, userId, row.joinedAt));
    }

    /** Members and the banned are not let in. */
    static void refuse(MembershipEntity present) {
        if (present != null && present.isActive()) {
            throw new ProblemException(UsersError.ALREADY_MEMBER);
        }
        if (present != null && present.isBanned()) {
            throw new ProblemException(UsersError.BANNED);
        }
    }

    private Uni<MembershipEntity> store(UUID groupId, UUID userId, MembershipEntity present, Role role, String state) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (present == null) {
            return memberships.persistAndFlush(MembershipEntity.of(groupId, userId, role, state, now));
        }
        present.enter(role, state, now);
        return memberships.flush().replaceWith(present);
    }
}
