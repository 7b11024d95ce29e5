package org.summertrip.messaging.notification;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** What somebody was told, in whatever state, newest first. */
@Singleton
class NotificationExport implements Exportable {
    private final NotificationStore store;

    NotificationExport(NotificationStore store) {
        this.store = store;
    }

    @Override
    public String what() {
        return "notifications";
    }

    @Override
    public Multi<Notification> of(UUID userId) {
        return store.all(userId);
    }
}
