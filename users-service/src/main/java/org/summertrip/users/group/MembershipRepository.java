package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every query of the table of memberships. */
@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, MembershipId> {
    /** This person's place in each of these groups, in one query. */
    Uni<Map<UUID, MembershipEntity>> of(UUID userId, List<UUID> groupIds) {
        if (groupIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return list("id.userId = ?1 and id.groupId in ?2", userId, groupIds)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id.groupId(), Function.identity())));
    }

    /** Those in this state, in the order in which they came to it. */
    Uni<List<MembershipEntity>> inState(UUID groupId, String state, Instant afterTime, UUID afterUser, int limit) {
        // The state is written out, since only then may a partial index serve it.
        String rows = "id.groupId = ?1 and state = '" + state + "'";
        return afterTime == null
                ? find(rows + " order by joinedAt, id.userId", groupId)
                        .range(0, limit - 1)
                        .list()
                : find(
                                rows + " and (joinedAt > ?2 or joinedAt = ?2 and id.userId > ?3)"
                                        + " order by joinedAt, id.userId",
                                groupId,
                                afterTime,
                                afterUser)
                        .range(0, limit - 1)
                        .list();
    }

    /** All members of all groups after the one given, group by group. */
    Uni<List<MembershipEntity>> oldest(UUID afterGroup, UUID afterUser, int limit) {
        return find(
                        "state = 'active' and (id.groupId > ?1 or id.groupId = ?1 and id.userId > ?2)"
                                + " order by id.groupId, id.userId",
                        afterGroup,
                        afterUser)
                .range(0, limit - 1)
                .list();
    }

    /** How many owners a group has. */
    Uni<Long> owners(UUID groupId) {
        return count("id.groupId = ?1 and role = 'owner' and state = 'active'", groupId);
    }
}
