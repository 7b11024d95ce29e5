package org.summertrip.users.plan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.users.outbox.Fact;
import org.summertrip.users.outbox.Facts;

/** What other services are told about plans. */
@Singleton
class PlanEvents {
    private final Facts facts;

    PlanEvents(Facts facts) {
        this.facts = facts;
    }

    /** These activities have a time, or another one than before. */
    Uni<Void> planned(List<PlanItemEntity> moved, Instant at) {
        return facts.store(moved.stream()
                .map(item -> new Fact(
                        "activity.planned",
                        item.activityId,
                        new Planned(item.activityId, item.groupId, item.startsAt, item.endsAt, at)))
                .toList());
    }

    Uni<Void> ready(UUID groupId, UUID userId, int items, int unplaced, Instant at) {
        return facts.store("plan.ready", groupId, new Ready(groupId, userId, items, unplaced, at));
    }

    /** Data of {@code activity.planned}. */
    @RegisterForReflection
    record Planned(UUID activityId, UUID groupId, Instant startsAt, Instant endsAt, Instant at) {}

    /** Data of {@code plan.ready}: who made it, how much is in it and how much found no room. */
    @RegisterForReflection
    record Ready(UUID groupId, UUID userId, int items, int unplaced, Instant at) {}
}
