package org.summertrip.users.group;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to start a group. Without a visibility it is open, without a limit it takes 50, without a zone it is in UTC. */
@Schema(
        example =
                "{\"name\":\"Lisbon in September\",\"destination\":\"Lisbon\",\"startsOn\":\"2027-09-03\",\"endsOn\":\"2027-09-10\","
                        + "\"visibility\":\"open\",\"maxMembers\":12,\"timeZone\":\"Europe/Lisbon\"}")
@DatesInOrder
@RegisterForReflection
public record NewGroup(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 2000) String description,
        @Size(max = 100) String destination,

        @Schema(example = "Europe/Lisbon") @IanaTimeZone String timeZone,

        LocalDate startsOn,
        LocalDate endsOn,
        Visibility visibility,
        @Min(1) @Max(MOST_MEMBERS) Integer maxMembers) {
    /** What a conversation and a plan still bear. */
    static final int MOST_MEMBERS = 1500;

    private static final int USUAL_MEMBERS = 50;

    public NewGroup {
        name = name == null ? null : name.strip();
        visibility = visibility == null ? Visibility.OPEN : visibility;
        maxMembers = maxMembers == null ? USUAL_MEMBERS : maxMembers;
        timeZone = timeZone == null ? "UTC" : timeZone;
    }
}
