package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far its receiver has come. */
@RegisterForReflection
@Schema(example = "{\"state\": \"CLICKED\"}")
public record StateChange(@NotNull State state) {}
