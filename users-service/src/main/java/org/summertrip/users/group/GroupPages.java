package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.kit.problem.ProblemException;
import org.summertrip.users.group.GroupAccess.Seen;
import org.summertrip.users.text.SearchKey;

/** What is read of groups. Each list has a name that its cursors are bound to. */
@Singleton
class GroupPages {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final InviteRepository invites;
    private final GroupAccess access;
    private final GroupTransactions transactions;
    private final Cursors cursors;

    GroupPages(
            GroupRepository groups,
            MembershipRepository memberships,
            InviteRepository invites,
            GroupAccess access,
            GroupTransactions transactions,
            Cursors cursors) {
        this.groups = groups;
        this.memberships = memberships;
        this.invites = invites;
        this.access = access;
        this.transactions = transactions;
        this.cursors = cursors;
    }

    /** The group as this person sees it; a private one that they are not in does not exist for them. */
    Uni<Group> group(UUID groupId, UUID callerId) {
        return transactions
                .cached(groupId, () -> head(groupId))
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .flatMap(head -> Panache.withSession(
                        () -> access.mine(groupId, callerId, head.visibility()).map(head::as)));
    }

    private Uni<Optional<Group>> head(UUID groupId) {
        return Panache.withSession(() -> groups.findById(groupId))
                .map(row -> Optional.ofNullable(row).map(found -> Group.of(found, null)));
    }

    Uni<Page<Group>> groups(UUID callerId, boolean mine, String q, PageQuery page) {
        String start = SearchKey.of(q);
        String list = "groups?mine=%s&q=%s&caller=%s".formatted(mine, start, callerId);
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        int rows = page.limit() + 1;
        return Panache.withSession(() -> (mine
                        ? groups.of(callerId, start, before, rows)
                        : groups.visibleTo(callerId, start, before, rows))
                .map(found -> cursors.page(list, found, page.limit(), row -> List.of(row.id.toString())))
                .flatMap(found -> withRoles(found, callerId)));
    }

    private Uni<Page<Group>> withRoles(Page<GroupEntity> page, UUID callerId) {
        List<UUID> ids = page.items().stream().map(group -> group.id).toList();
        return memberships.of(callerId, ids).map(mine -> page.map(group -> Group.of(group, mine.get(group.id))));
    }

    /** The group's invites without their tokens, for those who lead it. */
    Uni<Page<Invite>> invites(UUID groupId, UUID callerId, PageQuery page) {
        String list = "groups/" + groupId + "/invites";
        List<String> position = cursors.read(list, page.cursor(), 1);
        UUID before = position.isEmpty() ? null : UUID.fromString(position.get(0));
        return Panache.withSession(() -> access.visible(groupId, callerId)
                        .invoke(Seen::mayLead)
                        .flatMap(seen -> invites.of(groupId, before, page.limit() + 1)))
                .map(rows -> cursors.page(list, rows, page.limit(), row -> List.of(row.id.toString())))
                .map(rows -> rows.map(row -> Invite.of(row, null)));
    }
}
