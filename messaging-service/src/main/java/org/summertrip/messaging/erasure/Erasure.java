package org.summertrip.messaging.erasure;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.messaging.Facts;
import org.summertrip.messaging.Uuid7;
import org.summertrip.messaging.cassandra.InOrder;
import org.summertrip.messaging.outbox.News;
import org.summertrip.messaging.outbox.Outgoing;

/**
 * Forgets a person, one kind of thing after the other, and gives the receipt. The event is acknowledged only after that, so a
 * replica that dies on the way leaves it to the next one to go on; a repetition gives a receipt with the same event id.
 */
@Singleton
class Erasure implements EventHandler {
    private static final String COMPLETED = "user.erasure-completed";
    private static final String SERVICE = "messaging-service";

    private final List<Erasable> erasables;
    private final Outgoing outgoing;
    private final Facts facts;
    private final Clock clock;

    Erasure(@All List<Erasable> erasables, Outgoing outgoing, Facts facts, Clock clock) {
        this.erasables = erasables;
        this.outgoing = outgoing;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.erased");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        UUID userId = facts.read(event, PersonErased.class).id();
        Map<String, Long> counts = new TreeMap<>();
        return InOrder.each(
                        erasables,
                        erasable ->
                                erasable.erase(userId).invoke(count -> counts.merge(erasable.what(), count, Long::sum)))
                .flatMap(erased -> receipt(event, userId, counts));
    }

    private Uni<Void> receipt(CloudEvent event, UUID userId, Map<String, Long> counts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = Uuid7.derived(event.time(), COMPLETED + " " + event.id());
        ErasureCompleted completed = new ErasureCompleted(userId, SERVICE, now, counts);
        return outgoing.store(List.of(), new News(id, COMPLETED, userId, now, completed, null));
    }
}
