package org.summertrip.graph.friendship;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to ask. */
public record NewFriendRequest(
        @NotNull @Schema(required = true, description = "Whom to ask; not oneself")
        UUID userId) {}
