package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of {@code message.deleted}. */
@RegisterForReflection
record MessageDeleted(UUID id, UUID conversationId, UUID senderId, UUID deletedBy, Instant deletedAt) {}
