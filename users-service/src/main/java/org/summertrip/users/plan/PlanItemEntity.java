package org.summertrip.users.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of something in the plan: a time, or the reason why there is none. */
@Entity
@Table(name = "plan_items")
class PlanItemEntity {
    @Id
    @Column(name = "activity_id")
    UUID activityId;

    @Column(name = "group_id")
    UUID groupId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    boolean fixed;
    boolean edited;
    String reason;

    static PlanItemEntity at(UUID groupId, UUID activityId, Slot slot, boolean fixed, boolean edited) {
        PlanItemEntity row = new PlanItemEntity();
        row.activityId = activityId;
        row.groupId = groupId;
        row.startsAt = slot.startsAt();
        row.endsAt = slot.endsAt();
        row.fixed = fixed;
        row.edited = edited;
        return row;
    }

    static PlanItemEntity open(UUID groupId, UUID activityId, Reason reason) {
        PlanItemEntity row = new PlanItemEntity();
        row.activityId = activityId;
        row.groupId = groupId;
        row.reason = reason.toString();
        return row;
    }

    boolean isPlaced() {
        return reason == null;
    }

    Slot slot() {
        return new Slot(startsAt, endsAt);
    }
}
