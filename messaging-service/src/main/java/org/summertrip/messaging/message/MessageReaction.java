package org.summertrip.messaging.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * What a socket shows of a reaction.
 *
 * @param added false when it was taken back
 * @param reactions all counts as they are now; {@code mine} is false in them, since everybody is told the same
 */
@RegisterForReflection
record MessageReaction(
        UUID conversationId, UUID messageId, UUID userId, String emoji, boolean added, List<Reaction> reactions) {}
