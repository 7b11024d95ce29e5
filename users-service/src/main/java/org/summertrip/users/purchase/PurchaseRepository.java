package org.summertrip.users.purchase;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every query of the table of purchases. */
@ApplicationScoped
class PurchaseRepository implements PanacheRepositoryBase<PurchaseEntity, UUID> {
    private static final UUID LAST = new UUID(-1L, -1L);

    /** Somebody's newest purchases, or those before the one given. */
    Uni<List<PurchaseEntity>> of(UUID userId, UUID before, int limit) {
        return find("userId = ?1 and id < ?2 order by id desc", userId, before == null ? LAST : before)
                .range(0, limit - 1)
                .list();
    }
}
