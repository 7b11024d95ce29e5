package org.summertrip.messaging.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's part in a conversation, as it is exported.
 *
 * @param kind null for a conversation that has ended
 * @param leftAt null for who is still there
 */
@RegisterForReflection
record Attendance(
        UUID conversationId,
        Kind kind,
        String title,
        Instant joinedAt,
        Instant leftAt,
        UUID lastReadMessageId,
        Instant mutedUntil) {}
