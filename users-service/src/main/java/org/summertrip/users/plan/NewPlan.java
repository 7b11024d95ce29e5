package org.summertrip.users.plan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which days to plan, both included, in the group's time zone. Without them: the days of the trip. */
@Schema(example = "{\"from\":\"2027-09-03\",\"to\":\"2027-09-10\"}")
public record NewPlan(LocalDate from, LocalDate to) {}
