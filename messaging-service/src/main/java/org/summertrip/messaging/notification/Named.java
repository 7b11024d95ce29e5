package org.summertrip.messaging.notification;

import java.util.Set;
import java.util.UUID;

/** A notification and who is named in it. */
record Named(UUID userId, UUID notificationId, Set<UUID> actors) {
    Named {
        actors = Set.copyOf(actors);
    }
}
