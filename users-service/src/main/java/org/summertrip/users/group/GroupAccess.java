package org.summertrip.users.group;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.util.UUID;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;

/**
 * Who may see and enter a group. Everything that happens in a group asks here first. What changes members locks the group's row
 * before it reads them: of two changes at once one comes second and sees the first, so no rule about counts or the last owner
 * can be passed by.
 */
@ApplicationScoped
public class GroupAccess {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final InviteRepository invites;

    GroupAccess(GroupRepository groups, MembershipRepository memberships, InviteRepository invites) {
        this.groups = groups;
        this.memberships = memberships;
        this.invites = invites;
    }

    /** The caller's place in a group that exists for them, inside or outside. */
    public Uni<Place> place(UUID groupId, UUID callerId) {
        return visible(groupId, callerId).map(GroupAccess::place);
    }

    /** For reading what is inside: everybody in an open group, members in the others. */
    public Uni<Place> reader(UUID groupId, UUID callerId) {
        return visible(groupId, callerId).invoke(Seen::mayRead).map(GroupAccess::place);
    }

    /** For taking part: members only. */
    public Uni<Place> member(UUID groupId, UUID callerId) {
        return visible(groupId, callerId).invoke(Seen::mayTakePart).map(GroupAccess::place);
    }

    /** The same with the group's row locked until the transaction ends: one at a time. */
    public Uni<Place> memberAlone(UUID groupId, UUID callerId) {
        return locked(groupId, callerId).invoke(Seen::mayTakePart).map(GroupAccess::place);
    }

    /** The group if it exists for this person. */
    Uni<Seen> visible(UUID groupId, UUID callerId) {
        return seen(groups.findById(groupId), callerId);
    }

    /** The same with the group's row locked until the transaction ends. */
    Uni<Seen> locked(UUID groupId, UUID callerId) {
        return seen(groups.findById(groupId, LockModeType.PESSIMISTIC_WRITE), callerId);
    }

    /** The group for whoever holds one of its invites, with its row locked. */
    Uni<Seen> lockedByInvite(InviteEntity invite, UUID callerId) {
        return groups.findById(invite.groupId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(group -> row(group.id, callerId).map(mine -> new Seen(group, mine)));
    }

    /** What somebody is to this group; null for nothing. */
    Uni<MembershipEntity> row(UUID groupId, UUID userId) {
        return memberships.findById(new MembershipId(groupId, userId));
    }

    /** The caller's row in a group of this visibility; fails when the group does not exist for them. Null for no row. */
    Uni<MembershipEntity> mine(UUID groupId, UUID callerId, Visibility visibility) {
        return row(groupId, callerId)
                .call(mine -> visibility == Visibility.PRIVATE && (mine == null || !mine.isActive())
                        ? orInvited(groupId, callerId)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Seen> seen(Uni<GroupEntity> found, UUID callerId) {
        return found.onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(group -> row(group.id, callerId).map(mine -> new Seen(group, mine)))
                .call(seen -> seen.isHidden()
                        ? orInvited(seen.group().id, callerId)
                        : Uni.createFrom().voidItem());
    }

    /** A private group exists for its members and for whom they invited by name. */
    private Uni<Void> orInvited(UUID groupId, UUID callerId) {
        return invites.openFor(groupId, callerId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .replaceWithVoid();
    }

    private static Place place(Seen seen) {
        GroupEntity group = seen.group();
        return new Place(group.id, seen.role(), ZoneId.of(group.timeZone), group.startsOn, group.endsOn);
    }

    /** A group and the caller's place in it, null for none. */
    record Seen(GroupEntity group, MembershipEntity mine) {
        boolean isMember() {
            return mine != null && mine.isActive();
        }

        boolean isHidden() {
            return group.visibility() == Visibility.PRIVATE && !isMember();
        }

        Role role() {
            return isMember() ? Role.of(mine.role) : null;
        }

        void mayRead() {
            if (group.visibility() != Visibility.OPEN) {
                mayTakePart();
            }
        }

        void mayTakePart() {
            if (!isMember()) {
                throw new ProblemException(UsersError.MEMBERS_ONLY);
            }
        }

        void mayLead() {
            if (!isMember() || !role().leads()) {
                throw new ProblemException(UsersError.ADMINS_ONLY);
            }
        }

        void mayOwn() {
            if (role() != Role.OWNER) {
                throw new ProblemException(UsersError.OWNERS_ONLY);
            }
        }
    }
}
