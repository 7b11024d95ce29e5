package org.summertrip.messaging.person;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.cassandra.WriteTime;

/** Learns from users-service who comes, changes their name, and goes. */
@Singleton
class PeopleProjection implements EventHandler {
    private static final String ERASED = "user.erased";
    private static final int RANK_CREATED = 0;
    private static final int RANK_UPDATED = 1;
    private static final int RANK_ERASED = 2;

    private final People people;
    private final Facts facts;

    PeopleProjection(People people, Facts facts) {
        this.people = people;
        this.facts = facts;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.created", "user.updated", ERASED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        PersonFact fact = facts.read(event, PersonFact.class);
        if (event.type().equals(ERASED)) {
            return people.forget(fact.id(), WriteTime.of(event.time(), RANK_ERASED));
        }
        int rank = event.type().equals("user.updated") ? RANK_UPDATED : RANK_CREATED;
        return people.know(fact.id(), fact.name(), WriteTime.of(fact.since(event.time()), rank));
    }
}
