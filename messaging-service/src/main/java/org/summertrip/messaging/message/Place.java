package org.summertrip.messaging.message;

import java.util.UUID;

/** A partition of messages: ten days of a conversation. */
record Place(UUID conversationId, int bucket) {}
