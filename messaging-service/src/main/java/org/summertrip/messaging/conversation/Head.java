package org.summertrip.messaging.conversation;

import java.time.Instant;
import java.util.UUID;

/** What a conversation is, the same for everybody in it. */
record Head(UUID id, Kind kind, String title, UUID groupId, UUID createdBy, Instant createdAt) {}
