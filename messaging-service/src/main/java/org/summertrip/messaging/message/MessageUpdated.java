package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of {@code message.updated}: that it was edited, not what it says now. */
@RegisterForReflection
record MessageUpdated(UUID id, UUID conversationId, UUID senderId, Instant editedAt) {}
