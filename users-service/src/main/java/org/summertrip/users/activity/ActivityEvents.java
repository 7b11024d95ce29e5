package org.summertrip.users.activity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.users.outbox.Facts;

/** What other services are told about activities. */
@Singleton
class ActivityEvents {
    private final Facts facts;

    ActivityEvents(Facts facts) {
        this.facts = facts;
    }

    Uni<Void> proposed(ActivityEntity row) {
        Proposed data =
                new Proposed(row.id, row.groupId, row.proposedBy, row.type, row.title, row.scheduledAt, row.createdAt);
        return facts.store("activity.proposed", row.id, data);
    }

    Uni<Void> updated(ActivityEntity row, Instant at) {
        Updated data =
                new Updated(row.id, row.groupId, row.proposedBy, row.type, row.title, row.scheduledAt, row.status, at);
        return facts.store("activity.updated", row.id, data);
    }

    Uni<Void> deleted(UUID id, UUID groupId, Instant at) {
        return facts.store("activity.deleted", id, new Deleted(id, groupId, at));
    }

    Uni<Void> voted(ActivityEntity row, UUID userId, Choice choice, Instant at) {
        return facts.store("activity.voted", row.id, new Voted(row.id, row.groupId, userId, choice, at));
    }

    /** Data of {@code activity.proposed}. */
    @RegisterForReflection
    record Proposed(
            UUID id, UUID groupId, UUID proposedBy, String type, String title, Instant scheduledAt, Instant at) {}

    /** Data of {@code activity.updated}. */
    @RegisterForReflection
    record Updated(
            UUID id,
            UUID groupId,
            UUID proposedBy,
            String type,
            String title,
            Instant scheduledAt,
            String status,
            Instant at) {}

    /** Data of {@code activity.deleted}. */
    @RegisterForReflection
    record Deleted(UUID id, UUID groupId, Instant at) {}

    /** Data of {@code activity.voted}. */
    @RegisterForReflection
    record Voted(UUID activityId, UUID groupId, UUID userId, Choice value, Instant at) {}
}
