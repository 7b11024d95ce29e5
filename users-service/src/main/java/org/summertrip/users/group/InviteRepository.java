package org.summertrip.users.group;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Every query of the table of invites. */
@ApplicationScoped
class InviteRepository implements PanacheRepositoryBase<InviteEntity, UUID> {
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String OPEN = " and expiresAt > ?1 and (maxUses is null or used < maxUses)";

    private final Clock clock;

    InviteRepository(Clock clock) {
        this.clock = clock;
    }

    Uni<InviteEntity> byToken(String tokenHash) {
        return find("tokenHash", tokenHash).firstResult();
    }

    /** An invite for this very person that is still good; null for none. */
    Uni<InviteEntity> openFor(UUID groupId, UUID userId) {
        return find("groupId = ?2 and userId = ?3" + OPEN, clock.instant(), groupId, userId)
                .firstResult();
    }

    /** Uses it once more if it is still good: the row is locked by that, so nobody can use it too often. */
    Uni<Boolean> spend(UUID id) {
        return update("used = used + 1 where id = ?2" + OPEN, clock.instant(), id)
                .map(updated -> updated == 1);
    }

    /** The group's newest invites. */
    Uni<List<InviteEntity>> of(UUID groupId, UUID before, int limit) {
        return find("groupId = ?1 and id < ?2 order by id desc", groupId, before == null ? LAST : before)
                .range(0, limit - 1)
                .list();
    }
}
