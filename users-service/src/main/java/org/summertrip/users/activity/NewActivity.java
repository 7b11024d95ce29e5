package org.summertrip.users.activity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What it takes to propose an activity, and what of it can be changed. With {@code scheduledAt} its time is fixed, without it
 * the planner chooses one.
 */
@Schema(
        example =
                "{\"type\":\"museum\",\"title\":\"Gulbenkian\",\"description\":\"The garden too\",\"location\":\"Av. de Berna 45A\","
                        + "\"latitude\":38.7372,\"longitude\":-9.1546,\"durationMinutes\":150}")
@WholeCoordinates
@RegisterForReflection
public record NewActivity(
        @NotBlank @Size(max = 50) String type,
        @NotBlank @Size(max = 200) String title,
        @Size(max = 4000) String description,
        @Size(max = 200) String location,

        @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @DecimalMin("-180") @DecimalMax("180") Double longitude,

        Instant scheduledAt,

        @Min(1) @Max(MINUTES_OF_A_DAY) Integer durationMinutes,

        Status status) {
    static final int MINUTES_OF_A_DAY = 24 * 60;

    public NewActivity {
        type = type == null ? null : type.strip();
        title = title == null ? null : title.strip();
        scheduledAt = scheduledAt == null ? null : scheduledAt.truncatedTo(ChronoUnit.MILLIS);
        status = status == null ? Status.PLANNED : status;
    }
}
