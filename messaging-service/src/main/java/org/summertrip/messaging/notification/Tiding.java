package org.summertrip.messaging.notification;

import java.util.UUID;

/**
 * What is to be told.
 *
 * @param actorId whose doing it is
 */
record Tiding(Type type, UUID actorId, String message, String link) {}
