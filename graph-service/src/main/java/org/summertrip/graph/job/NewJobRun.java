package org.summertrip.graph.job;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do. */
public record NewJobRun(
        @NotNull @Schema(required = true, description = "Which job to run")
        JobName job) {}
