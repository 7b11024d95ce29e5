package org.summertrip.users.group;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody shall be in a group. */
@Schema(example = "{\"role\":\"admin\"}")
public record NewRole(@NotNull Role role) {}
