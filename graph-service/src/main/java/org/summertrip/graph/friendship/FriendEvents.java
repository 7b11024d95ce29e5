package org.summertrip.graph.friendship;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.graph.outbox.Facts;
import org.summertrip.graph.store.Transaction;

/** What other services are told about friendships. */
@Singleton
class FriendEvents {
    private final Facts facts;

    FriendEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> requested(Transaction transaction, UUID from, UUID to, Instant at) {
        return facts.store(transaction, "friend.requested", from, at, new Requested(from, to, at));
    }

    Uni<Void> accepted(Transaction transaction, UUID by, UUID friend, Instant since) {
        return facts.store(transaction, "friend.accepted", by, since, new Accepted(by, friend, since));
    }

    Uni<Void> removed(Transaction transaction, UUID by, UUID friend, Instant at) {
        return facts.store(transaction, "friend.removed", by, at, new Removed(by, friend, at));
    }

    /** Data of {@code friend.requested}. */
    @RegisterForReflection
    record Requested(UUID fromUserId, UUID toUserId, Instant at) {}

    /** Data of {@code friend.accepted}; {@code userId} is who accepted. */
    @RegisterForReflection
    record Accepted(UUID userId, UUID friendId, Instant since) {}

    /** Data of {@code friend.removed}; {@code userId} is who ended it. */
    @RegisterForReflection
    record Removed(UUID userId, UUID friendId, Instant at) {}
}
