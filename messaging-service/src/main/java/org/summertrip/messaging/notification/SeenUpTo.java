package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest notification that has been seen. */
@RegisterForReflection
@Schema(example = "{\"upTo\": \"019aa5c2-5555-7eee-8eee-0123456789ab\"}")
public record SeenUpTo(@NotNull UUID upTo) {}
