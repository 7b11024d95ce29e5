package org.summertrip.messaging.session;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.export.Exportable;

/** When somebody was connected. */
@Singleton
class SessionExport implements Exportable {
    private final SessionEvents events;

    SessionExport(SessionEvents events) {
        this.events = events;
    }

    @Override
    public String what() {
        return "sessionEvents";
    }

    @Override
    public Multi<SessionEvent> of(UUID userId) {
        return events.of(userId);
    }
}
