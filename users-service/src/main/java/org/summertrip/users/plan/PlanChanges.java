package org.summertrip.users.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which activities shall be when. Those that are not named stay where they are. */
@Schema(
        example =
                "{\"items\":[{\"activityId\":\"019a5f42-33cc-7e5f-8a43-9f8a7b6c5d4e\",\"startsAt\":\"2027-09-04T09:00:00Z\","
                        + "\"endsAt\":\"2027-09-04T11:30:00Z\"}]}")
public record PlanChanges(@NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items) {
    /** One activity and its time. */
    @Schema(name = "PlanItemTime")
    public record Item(
            @NotNull UUID activityId,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt) {
        public Item {
            startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MILLIS);
            endsAt = endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.MILLIS);
        }

        Slot slot() {
            return new Slot(startsAt, endsAt);
        }
    }
}
