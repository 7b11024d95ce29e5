package org.summertrip.messaging.session;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;

/** Notes when the gateways open and close sockets; for a gateway that died, another one says so. */
@Singleton
class SessionProjection implements EventHandler {
    private static final String STARTED = "session.started";

    private final SessionEvents events;
    private final Facts facts;

    SessionProjection(SessionEvents events, Facts facts) {
        this.events = events;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of(STARTED, "session.ended");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        SessionFact fact = facts.read(event, SessionFact.class);
        return events.put(new SessionEvent(
                fact.userId(),
                fact.sessionId(),
                event.type().equals(STARTED) ? "START" : "END",
                (fact.at() == null ? event.time() : fact.at()).truncatedTo(ChronoUnit.MILLIS),
                fact.gateway(),
                fact.reason()));
    }
}
