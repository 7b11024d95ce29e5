package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.summertrip.kit.page.Cursors;
import org.summertrip.kit.page.Page;
import org.summertrip.kit.page.PageQuery;
import org.summertrip.users.group.GroupAccess.Seen;
import org.summertrip.users.user.Users;

/** Who is in a group and who would like to be, with their public heads fetched in one query for the page. */
@Singleton
class MemberPages {
    private final MembershipRepository memberships;
    private final GroupAccess access;
    private final Users users;
    private final Cursors cursors;

    MemberPages(MembershipRepository memberships, GroupAccess access, Users users, Cursors cursors) {
        this.memberships = memberships;
        this.access = access;
        this.users = users;
        this.cursors = cursors;
    }

    /** For everybody in an open group, for members in the others. */
    Uni<Page<Member>> members(UUID groupId, UUID callerId, PageQuery page) {
        return page(groupId, callerId, MembershipEntity.ACTIVE, Seen::mayRead, page);
    }

    /** For those who lead the group. */
    Uni<Page<Member>> requests(UUID groupId, UUID callerId, PageQuery page) {
        return page(groupId, callerId, MembershipEntity.REQUESTED, Seen::mayLead, page);
    }

    /** One row as the API shows it. */
    Uni<Member> member(MembershipEntity row) {
        UUID userId = row.id.userId();
        return users.heads(List.of(userId)).map(heads -> Member.of(row, heads.get(userId)));
    }

    private Uni<Page<Member>> page(UUID groupId, UUID callerId, String state, Consumer<Seen> rule, PageQuery page) {
        String list = "groups/" + groupId + "/members?state=" + state;
        List<String> position = cursors.read(list, page.cursor(), 2);
        Instant afterTime = position.isEmpty() ? null : Instant.parse(position.get(0));
        UUID afterUser = position.isEmpty() ? null : UUID.fromString(position.get(1));
        return Panache.withSession(() -> access.visible(groupId, callerId)
                .invoke(rule)
                .flatMap(seen -> memberships.inState(groupId, state, afterTime, afterUser, page.limit() + 1))
                .map(rows -> cursors.page(list, rows, page.limit(), MemberPages::position))
                .flatMap(this::withHeads));
    }

    private Uni<Page<Member>> withHeads(Page<MembershipEntity> page) {
        List<UUID> people = page.items().stream().map(row -> row.id.userId()).toList();
        return users.heads(people).map(heads -> page.map(row -> Member.of(row, heads.get(row.id.userId()))));
    }

    private static List<String> position(MembershipEntity row) {
        return List.of(row.joinedAt.toString(), row.id.userId().toString());
    }
}
