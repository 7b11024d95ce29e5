package org.summertrip.messaging.conversation;

import java.util.UUID;

/**
 * Which conversation is the direct one of a pair.
 *
 * @param fresh whether this very request decided it
 */
record DirectClaim(UUID conversationId, boolean fresh) {}
