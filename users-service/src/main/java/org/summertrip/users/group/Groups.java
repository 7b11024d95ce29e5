package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.UsersError;
import org.summertrip.users.text.SearchKey;
import org.summertrip.users.user.Users;

/** Groups: founding and joining touch two tables and the outbox in one transaction. */
@ApplicationScoped
class Groups {
    private static final String OWNER = "owner";
    private static final String MEMBER = "member";

    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final GroupEvents events;
    private final Users users;
    private final OutboxRelay relay;
    private final Ids ids;
    private final Clock clock;

    Groups(
            GroupRepository groups,
            MembershipRepository memberships,
            GroupEvents events,
            Users users,
            OutboxRelay relay,
            Ids ids,
            Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.events = events;
        this.users = users;
        this.relay = relay;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Group> found(NewGroup wanted, UUID ownerId) {
        GroupEntity group = entity(wanted, ownerId);
        MembershipEntity owner = membership(group.id, ownerId, OWNER, MembershipEntity.ACTIVE);
        return Panache.withTransaction(() -> groups.persist(group)
                        .flatMap(stored -> memberships.persistAndFlush(owner))
                        .flatMap(stored -> events.created(group))
                        .flatMap(told -> events.joined(owner)))
                .invoke(relay::wake)
                .replaceWith(() -> Group.of(group, owner));
    }

    /** The group as this person sees it; a private one that they are not in does not exist for them. */
    Uni<Group> show(UUID groupId, UUID callerId) {
        return Panache.withSession(() -> visible(groupId, callerId)).map(seen -> Group.of(seen.group(), seen.mine()));
    }

    /** A page of members, for those who may see them: everybody in an open group, members otherwise. */
    Uni<List<MembershipEntity>> members(UUID groupId, UUID callerId, Instant afterTime, UUID afterUser, int limit) {
        return Panache.withSession(() -> visible(groupId, callerId).flatMap(seen -> {
            if (seen.group().visibility() != Visibility.OPEN && !seen.isMember()) {
                throw new ProblemException(UsersError.MEMBERS_ONLY);
            }
            return memberships.active(groupId, afterTime, afterUser, limit);
        }));
    }

    /** Members with their public heads, fetched in one query for the page. */
    Uni<Page<Member>> withHeads(Page<MembershipEntity> page) {
        List<UUID> people = page.items().stream().map(row -> row.id.userId()).toList();
        return users.heads(people).map(heads -> page.map(row -> Member.of(row, heads.get(row.id.userId()))));
    }

    /** Joins an open group, or asks to join a closed one. */
    Uni<Member> join(UUID groupId, UUID callerId) {
        return Panache.withTransaction(() -> visible(groupId, callerId).flatMap(seen -> enter(seen, callerId)))
                .invoke(relay::wake)
                .flatMap(row -> users.heads(List.of(callerId)).map(heads -> Member.of(row, heads.get(callerId))));
    }

    private Uni<MembershipEntity> enter(Seen seen, UUID callerId) {
        MembershipEntity mine = seen.mine();
        if (mine != null && mine.isActive()) {
            throw new ProblemException(UsersError.ALREADY_MEMBER);
        }
        if (mine != null && MembershipEntity.BANNED.equals(mine.state)) {
            throw new ProblemException(UsersError.BANNED);
        }
        if (seen.group().visibility() == Visibility.OPEN) {
            return takePlace(seen, callerId);
        }
        return mine != null
                ? Uni.createFrom().item(mine)
                : memberships.persistAndFlush(
                        membership(seen.group().id, callerId, MEMBER, MembershipEntity.REQUESTED));
    }

    private Uni<MembershipEntity> takePlace(Seen seen, UUID callerId) {
        UUID groupId = seen.group().id;
        MembershipEntity member = membership(groupId, callerId, MEMBER, MembershipEntity.ACTIVE);
        return groups.takePlace(groupId)
                .invoke(taken -> {
                    if (!taken) {
                        throw new ProblemException(UsersError.GROUP_FULL);
                    }
                })
                .flatMap(taken -> memberships.persistAndFlush(member))
                .call(events::joined);
    }

    private Uni<Seen> visible(UUID groupId, UUID callerId) {
        return groups.findById(groupId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .flatMap(group -> memberships
                        .findById(new MembershipId(groupId, callerId))
                        .map(mine -> new Seen(group, mine)))
                .invoke(seen -> {
                    if (seen.group().visibility() == Visibility.PRIVATE && !seen.isMember()) {
                        throw ProblemException.notFound();
                    }
                });
    }

    private GroupEntity entity(NewGroup wanted, UUID ownerId) {
        GroupEntity group = new GroupEntity();
        group.id = ids.next();
        group.name = wanted.name();
        group.nameKey = " " + SearchKey.of(wanted.name());
        group.description = wanted.description();
        group.destination = wanted.destination();
        group.timeZone = wanted.timeZone();
        group.startsOn = wanted.startsOn();
        group.endsOn = wanted.endsOn();
        group.visibility = wanted.visibility().toString();
        group.maxMembers = wanted.maxMembers();
        group.memberCount = 1;
        group.createdBy = ownerId;
        group.createdAt = now();
        group.updatedAt = group.createdAt;
        return group;
    }

    private MembershipEntity membership(UUID groupId, UUID userId, String role, String state) {
        MembershipEntity membership = new MembershipEntity();
        membership.id = new MembershipId(groupId, userId);
        membership.role = role;
        membership.state = state;
        membership.joinedAt = now();
        return membership;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A group and the caller's place in it, null for none. */
    private record Seen(GroupEntity group, MembershipEntity mine) {
        boolean isMember() {
            return mine != null && mine.isActive();
        }
    }
}
