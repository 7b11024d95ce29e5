package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.gone.Gone;
import org.summertrip.users.group.GroupAccess.Seen;
import org.summertrip.users.user.Users;

/** Going: leaving, being shown the door, being banned, and having a ban or a request taken back. */
@ApplicationScoped
class Departures {
    private final GroupAccess access;
    private final Ranks ranks;
    private final Admission admission;
    private final MembershipRepository memberships;
    private final Gone gone;
    private final Users users;
    private final GroupTransactions transactions;

    Departures(
            GroupAccess access,
            Ranks ranks,
            Admission admission,
            MembershipRepository memberships,
            Gone gone,
            Users users,
            GroupTransactions transactions) {
        this.access = access;
        this.ranks = ranks;
        this.admission = admission;
        this.memberships = memberships;
        this.gone = gone;
        this.users = users;
        this.transactions = transactions;
    }

    /** Leaves the group, or takes one's request back. Once more is fine too. */
    Uni<Void> leave(UUID groupId, UUID callerId) {
        return transactions.run(
                groupId,
                () -> access.locked(groupId, callerId)
                        .map(Seen::mine)
                        .onFailure(ProblemException.class)
                        .recoverWithUni(hidden -> gone.knows(Gone.Kind.MEMBERSHIP, groupId, callerId)
                                .map(left -> leftBefore(left, hidden)))
                        .flatMap(mine -> mine == null ? Uni.createFrom().voidItem() : leave(mine)));
    }

    private static MembershipEntity leftBefore(boolean left, ProblemException otherwise) {
        if (left) {
            return null;
        }
        throw otherwise;
    }

    private Uni<Void> leave(MembershipEntity mine) {
        if (mine.isBanned()) {
            throw new ProblemException(UsersError.BANNED);
        }
        if (!mine.isActive()) {
            return memberships.delete(mine);
        }
        return ranks.expel(mine)
                .flatMap(left -> gone.remember(Gone.Kind.MEMBERSHIP, mine.id.groupId(), mine.id.userId()));
    }

    /** Removes a member, declines a request or lifts a ban; for those who lead the group, about admins only its owners. */
    Uni<Void> remove(UUID groupId, UUID callerId, UUID userId) {
        return transactions.run(
                groupId,
                () -> overOthers(groupId, callerId)
                        .flatMap(seen -> access.row(groupId, userId).flatMap(target -> {
                            if (target == null) {
                                return Uni.createFrom().voidItem();
                            }
                            return target.isActive() ? expel(seen, target) : memberships.delete(target);
                        })));
    }

    /** Removes somebody and keeps them out, also somebody who never was a member. */
    Uni<Void> ban(UUID groupId, UUID callerId, UUID userId) {
        return transactions.run(
                groupId,
                () -> overOthers(groupId, callerId)
                        .call(seen ->
                                users.find(userId).invoke(person -> person.orElseThrow(ProblemException::notFound)))
                        .flatMap(seen -> access.row(groupId, userId).flatMap(target -> ban(seen, userId, target))));
    }

    private Uni<Void> ban(Seen seen, UUID userId, MembershipEntity target) {
        UUID groupId = seen.group().id;
        if (target != null && target.isBanned()) {
            return Uni.createFrom().voidItem();
        }
        if (target != null && target.isActive()) {
            return expel(seen, target)
                    .flatMap(expelled -> admission.ban(groupId, userId, null))
                    .replaceWithVoid();
        }
        return admission.ban(groupId, userId, target).replaceWithVoid();
    }

    private Uni<Void> expel(Seen seen, MembershipEntity target) {
        if (Role.of(target.role).leads()) {
            seen.mayOwn();
        }
        return ranks.expel(target);
    }

    /** To outsiders the members of a group are foreign things, to members they are not theirs to send away. */
    private Uni<Seen> overOthers(UUID groupId, UUID callerId) {
        return access.locked(groupId, callerId).invoke(seen -> {
            if (!seen.isMember()) {
                throw ProblemException.notFound();
            }
            seen.mayLead();
        });
    }
}
