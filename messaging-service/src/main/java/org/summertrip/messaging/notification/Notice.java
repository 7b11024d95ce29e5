package org.summertrip.messaging.notification;

import java.util.UUID;

/**
 * The notification that gathers what is said in a conversation.
 *
 * @param lastMessageId the newest message that it knows of: older ones have been told
 */
record Notice(UUID userId, UUID conversationId, UUID notificationId, UUID lastMessageId) {}
