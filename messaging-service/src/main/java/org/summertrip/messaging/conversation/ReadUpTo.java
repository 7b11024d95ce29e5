package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The newest message that has been read. */
@RegisterForReflection
@Schema(example = "{\"messageId\": \"019aa5c2-2222-7bbb-8bbb-0123456789ab\"}")
public record ReadUpTo(@NotNull UUID messageId) {}
