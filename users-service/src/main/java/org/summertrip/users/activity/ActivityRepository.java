package org.summertrip.users.activity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every query of the table of activities. */
@ApplicationScoped
class ActivityRepository implements PanacheRepositoryBase<ActivityEntity, UUID> {
    private static final UUID LAST = new UUID(-1L, -1L);

    /** The group's newest activities, or those before the one given. */
    Uni<List<ActivityEntity>> of(UUID groupId, UUID before, int limit) {
        return find("groupId = ?1 and id < ?2 order by id desc", groupId, before == null ? LAST : before)
                .range(0, limit - 1)
                .list();
    }
}
