package org.summertrip.files.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.summertrip.files.outbox.Announcement;
import org.summertrip.files.outbox.ObjectOutbox;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;
import org.summertrip.kit.event.OutboxRelay;
import org.summertrip.kit.id.Ids;

/** Takes in that an account is erased, and answers with a receipt. */
@Singleton
public class ErasureEvents implements EventHandler {
    private static final Logger LOG = Logger.getLogger(ErasureEvents.class);
    private static final String ERASED = "user.erased";
    private static final String COMPLETED = "user.erasure-completed";

    private final Erasure erasure;
    private final ObjectOutbox outbox;
    private final OutboxRelay relay;
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;
    private final String service;

    ErasureEvents(
            Erasure erasure,
            ObjectOutbox outbox,
            OutboxRelay relay,
            ObjectMapper mapper,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.erasure = erasure;
        this.outbox = outbox;
        this.relay = relay;
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public Set<String> types() {
        return Set.of(ERASED);
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        UUID userId = UUID.fromString(event.data().get("id").asText());
        return erasure.erase(userId)
                .flatMap(counts -> outbox.announce(receipt(event, userId, counts)))
                .invoke(relay::wake);
    }

    /** Carries the id of the event that it answers, so that the answer to a second delivery is known as the same. */
    private Announcement receipt(CloudEvent erased, UUID userId, Map<String, Long> counts) {
        LOG.infof("erasure completed counts=%s", counts);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Receipt receipt = new Receipt(userId, service, now, counts);
        CloudEvent event =
                CloudEvent.of(erased.id(), service, COMPLETED, userId.toString(), now, mapper.valueToTree(receipt));
        return new Announcement(ids.next(), event, null);
    }
}
