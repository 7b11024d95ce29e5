package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** What a socket shows when somebody has read on. */
@RegisterForReflection
record ReadMarker(UUID conversationId, UUID userId, UUID messageId) {}
