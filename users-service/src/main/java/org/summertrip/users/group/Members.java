package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.group.GroupAccess.Seen;

/** Coming in and rising: joining, answering requests, handing out roles. Each change holds the lock on its group. */
@ApplicationScoped
class Members {
    private final GroupAccess access;
    private final Admission admission;
    private final Ranks ranks;
    private final InviteRepository invites;
    private final GroupTransactions transactions;

    Members(
            GroupAccess access,
            Admission admission,
            Ranks ranks,
            InviteRepository invites,
            GroupTransactions transactions) {
        this.access = access;
        this.admission = admission;
        this.ranks = ranks;
        this.invites = invites;
        this.transactions = transactions;
    }

    /** Joins an open group or one that one is invited to, or asks to join a closed one. */
    Uni<MembershipEntity> join(UUID groupId, UUID callerId) {
        return transactions.run(
                groupId,
                () -> access.locked(groupId, callerId)
                        .flatMap(seen -> seen.group().visibility() == Visibility.OPEN
                                ? admission.admit(groupId, callerId, seen.mine(), Role.MEMBER)
                                : joinInvited(seen, callerId)));
    }

    private Uni<MembershipEntity> joinInvited(Seen seen, UUID callerId) {
        UUID groupId = seen.group().id;
        return invites.openFor(groupId, callerId)
                .flatMap(invite -> invite == null
                        ? admission.ask(groupId, callerId, seen.mine())
                        : admission
                                .admit(groupId, callerId, seen.mine(), Role.MEMBER)
                                .call(member -> invites.spend(invite.id)));
    }

    /** Joins by an invite, whatever kind of group it is. A refused attempt does not use the invite up. */
    Uni<MembershipEntity> accept(String token, UUID callerId) {
        return transactions.run(() -> invites.byToken(InviteToken.hash(token))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(invite -> accept(invite, callerId)));
    }

    private Uni<MembershipEntity> accept(InviteEntity invite, UUID callerId) {
        if (invite.userId != null && !invite.userId.equals(callerId)) {
            throw ProblemException.notFound();
        }
        return access.lockedByInvite(invite, callerId)
                .invoke(seen -> Admission.refuse(seen.mine()))
                .call(seen -> invites.spend(invite.id).invoke(spent -> {
                    if (!spent) {
                        throw new ProblemException(UsersError.INVITE_SPENT);
                    }
                }))
                .flatMap(seen -> admission.admit(invite.groupId, callerId, seen.mine(), Role.MEMBER));
    }

    /** Gives a member another role, or takes in somebody who asked; for those who lead the group. */
    Uni<MembershipEntity> appoint(UUID groupId, UUID callerId, UUID userId, Role role) {
        return transactions.run(
                groupId,
                () -> access.locked(groupId, callerId)
                        .invoke(Seen::mayLead)
                        .flatMap(seen -> access.row(groupId, userId)
                                .onItem()
                                .ifNull()
                                .failWith(ProblemException::notFound)
                                .flatMap(target -> appoint(seen, target, role))));
    }

    private Uni<MembershipEntity> appoint(Seen seen, MembershipEntity target, Role role) {
        if (target.isBanned()) {
            throw new ProblemException(UsersError.MEMBER_BANNED);
        }
        if (role == Role.OWNER || target.isOwner()) {
            seen.mayOwn();
        }
        return target.isActive()
                ? ranks.change(target, role)
                : admission.admit(seen.group().id, target.id.userId(), target, role);
    }
}
