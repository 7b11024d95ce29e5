package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.group.GroupAccess.Seen;
import org.summertrip.users.outbox.Transactions;
import org.summertrip.users.user.Users;

/** Making, using and withdrawing invites. */
@ApplicationScoped
class Invites {
    private static final Duration USUAL_LIFETIME = Duration.ofDays(7);

    private final GroupAccess access;
    private final InviteRepository invites;
    private final MemberEvents events;
    private final Users users;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Invites(
            GroupAccess access,
            InviteRepository invites,
            MemberEvents events,
            Users users,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.invites = invites;
        this.events = events;
        this.users = users;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes an invite; its token is in the answer and nowhere else. */
    Uni<Invite> invite(UUID groupId, UUID callerId, NewInvite wanted) {
        String token = InviteToken.fresh();
        return transactions.run(() -> access.visible(groupId, callerId)
                .invoke(Seen::mayLead)
                .flatMap(seen -> mayCome(groupId, wanted.userId()))
                .flatMap(may -> invites.persistAndFlush(entity(groupId, callerId, wanted, token)))
                .call(events::invited)
                .map(row -> Invite.of(row, token)));
    }

    /** Somebody invited by name has to exist, and not to be in or banned. */
    private Uni<Void> mayCome(UUID groupId, UUID guestId) {
        if (guestId == null) {
            return Uni.createFrom().voidItem();
        }
        return users.find(guestId)
                .invoke(person -> person.orElseThrow(ProblemException::notFound))
                .flatMap(person -> access.row(groupId, guestId))
                .invoke(row -> {
                    if (row != null && row.isActive()) {
                        throw new ProblemException(UsersError.ALREADY_MEMBER, "This person is a member already");
                    }
                    if (row != null && row.isBanned()) {
                        throw new ProblemException(UsersError.MEMBER_BANNED);
                    }
                })
                .replaceWithVoid();
    }

    /** Withdraws an invite, also one that is not there any more. */
    Uni<Void> withdraw(UUID groupId, UUID callerId, UUID inviteId) {
        return transactions.run(() -> access.visible(groupId, callerId)
                .invoke(Seen::mayLead)
                .flatMap(seen -> invites.delete("groupId = ?1 and id = ?2", groupId, inviteId))
                .replaceWithVoid());
    }

    private InviteEntity entity(UUID groupId, UUID callerId, NewInvite wanted, String token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        InviteEntity invite = new InviteEntity();
        invite.id = ids.next();
        invite.groupId = groupId;
        invite.tokenHash = InviteToken.hash(token);
        invite.createdBy = callerId;
        invite.userId = wanted.userId();
        invite.createdAt = now;
        invite.expiresAt = wanted.expiresAt() == null
                ? now.plus(USUAL_LIFETIME)
                : wanted.expiresAt().truncatedTo(ChronoUnit.MILLIS);
        invite.maxUses = wanted.maxUses();
        return invite;
    }
}
