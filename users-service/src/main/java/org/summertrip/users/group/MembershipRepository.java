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

    /** The members in the order in which they joined. */
    Uni<List<MembershipEntity>> active(UUID groupId, Instant afterTime, UUID afterUser, int limit) {
        return afterTime == null
                ? find("id.groupId = ?1 and state = 'active' order by joinedAt, id.userId", groupId)
                        .range(0, limit - 1)
                        .list()
                : find(
                                "id.groupId = ?1 and state = 'active' and (joinedAt > ?2 or joinedAt = ?2 and id.userId > ?3)"
                                        + " order by joinedAt, id.userId",
                                groupId,
                                afterTime,
                                afterUser)
                        .range(0, limit - 1)
                        .list();
    }
}
