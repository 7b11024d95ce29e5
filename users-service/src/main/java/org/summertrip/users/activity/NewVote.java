package org.summertrip.users.activity;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vote; it replaces one's earlier one. */
@Schema(example = "{\"value\":\"like\"}")
public record NewVote(@NotNull Choice value) {}
