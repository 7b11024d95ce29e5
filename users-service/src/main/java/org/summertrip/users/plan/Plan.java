package org.summertrip.users.plan;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The plan of a group, in the order of time; empty until somebody makes one. */
@RegisterForReflection
public record Plan(UUID groupId, List<Item> items, List<Open> unplaced) {
    public Plan {
        items = List.copyOf(items);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * Something with a time.
     *
     * @param fixed whether the planner has to leave it there: the activity has a time of its own, or somebody chose this one
     * @param edited whether somebody chose this time by hand
     */
    @RegisterForReflection
    @Schema(name = "PlanItem")
    public record Item(
            UUID activityId, String title, Instant startsAt, Instant endsAt, boolean fixed, boolean edited) {}

    /** Something that people like and that has no time. */
    @RegisterForReflection
    @Schema(name = "UnplacedActivity")
    public record Open(UUID activityId, String title, Reason reason) {}
}
