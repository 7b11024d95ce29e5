package org.summertrip.messaging.live;

import java.util.UUID;

/**
 * One push for one person.
 *
 * @param data JSON
 */
record Letter(UUID userId, String type, String data) {}
