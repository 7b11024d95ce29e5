package org.summertrip.graph.block;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.graph.outbox.Facts;
import org.summertrip.graph.store.Transaction;

/** What other services are told about blocks, so that they hide the two from each other as well. */
@Singleton
class BlockEvents {
    private final Facts facts;

    BlockEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> blocked(Transaction transaction, UUID by, UUID whom, Instant at) {
        return facts.store(transaction, "user.blocked", by, at, new Changed(by, whom, at));
    }

    Uni<Void> unblocked(Transaction transaction, UUID by, UUID whom, Instant at) {
        return facts.store(transaction, "user.unblocked", by, at, new Changed(by, whom, at));
    }

    /** Data of {@code user.blocked} and {@code user.unblocked}; {@code userId} is who acted. */
    @RegisterForReflection
    record Changed(UUID userId, UUID blockedId, Instant at) {}
}
