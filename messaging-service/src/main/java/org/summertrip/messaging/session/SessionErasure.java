package org.summertrip.messaging.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.messaging.erasure.Erasable;

/** Forgets when somebody was connected. */
@Singleton
@Priority(40)
class SessionErasure implements Erasable {
    private final SessionEvents events;

    SessionErasure(SessionEvents events) {
        this.events = events;
    }

    @Override
    public String what() {
        return "sessionEvents";
    }

    @Override
    public Uni<Long> erase(UUID userId) {
        return events.forget(userId);
    }
}
