package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.users.text.SearchKey;

/** The lists of this package, each with the name that its cursors are bound to. */
@Singleton
class GroupPages {
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final Groups coordinator;
    private final Cursors cursors;

    GroupPages(GroupRepository groups, MembershipRepository memberships, Groups coordinator, Cursors cursors) {
        this.groups = groups;
        this.memberships = memberships;
        this.coordinator = coordinator;
        this.cursors = cursors;
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

    Uni<Page<Member>> members(UUID groupId, UUID callerId, PageQuery page) {
        String list = "groups/" + groupId + "/members";
        List<String> position = cursors.read(list, page.cursor(), 2);
        Instant afterTime = position.isEmpty() ? null : Instant.parse(position.get(0));
        UUID afterUser = position.isEmpty() ? null : UUID.fromString(position.get(1));
        return coordinator
                .members(groupId, callerId, afterTime, afterUser, page.limit() + 1)
                .map(rows -> cursors.page(list, rows, page.limit(), GroupPages::position))
                .flatMap(coordinator::withHeads);
    }

    private Uni<Page<Group>> withRoles(Page<GroupEntity> page, UUID callerId) {
        List<UUID> ids = page.items().stream().map(group -> group.id).toList();
        return memberships.of(callerId, ids).map(mine -> page.map(group -> Group.of(group, mine.get(group.id))));
    }

    private static List<String> position(MembershipEntity row) {
        return List.of(row.joinedAt.toString(), row.id.userId().toString());
    }
}
