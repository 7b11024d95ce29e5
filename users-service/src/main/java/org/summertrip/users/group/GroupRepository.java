package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.summertrip.users.text.SearchKey;

/** Every query of the table of groups. */
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<GroupEntity, UUID> {
    private static final UUID LAST = new UUID(-1L, -1L);

    /** The newest groups that this person may find: open ones and their own. */
    Uni<List<GroupEntity>> visibleTo(UUID userId, String start, UUID before, int limit) {
        return find(
                        "select g from GroupEntity g where g.id < ?1 and g.nameKey like ?2 escape '\\' and (g.visibility = 'open'"
                                + " or exists (select 1 from MembershipEntity m where m.id.groupId = g.id"
                                + " and m.id.userId = ?3 and m.state = 'active')) order by g.id desc",
                        before == null ? LAST : before,
                        pattern(start),
                        userId)
                .range(0, limit - 1)
                .list();
    }

    /** The newest groups that this person is in. */
    Uni<List<GroupEntity>> of(UUID userId, String start, UUID before, int limit) {
        return find(
                        "select g from GroupEntity g, MembershipEntity m where m.id.userId = ?3 and m.state = 'active'"
                                + " and m.id.groupId = g.id and m.id.groupId < ?1 and g.nameKey like ?2 escape '\\'"
                                + " order by m.id.groupId desc",
                        before == null ? LAST : before,
                        pattern(start),
                        userId)
                .range(0, limit - 1)
                .list();
    }

    /** The oldest groups after the one given. */
    Uni<List<GroupEntity>> oldest(UUID after, int limit) {
        return find("id > ?1 order by id", after).range(0, limit - 1).list();
    }

    /** Takes one place if there is one; the row stays locked until the transaction ends, so joins queue up behind it. */
    Uni<Boolean> takePlace(UUID groupId) {
        return update("memberCount = memberCount + 1 where id = ?1 and memberCount < maxMembers", groupId)
                .map(updated -> updated == 1);
    }

    /** Gives a place back. */
    Uni<Void> freePlace(UUID groupId) {
        return update("memberCount = memberCount - 1 where id = ?1", groupId).replaceWithVoid();
    }

    /** Ends a group; the database removes what hangs on it. */
    Uni<Void> end(UUID groupId) {
        return delete("id", groupId).replaceWithVoid();
    }

    private static String pattern(String start) {
        return start.isEmpty() ? "%" : SearchKey.likeWord(start);
    }
}
