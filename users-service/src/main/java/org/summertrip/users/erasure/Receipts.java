package org.summertrip.users.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.EventHandler;

/** Takes in what the other services say they have forgotten. */
@Singleton
class Receipts implements EventHandler {
    private final Erasures erasures;

    Receipts(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Set<String> types() {
        return Set.of("user.erasure-completed");
    }

    @Override
    public Uni<Void> handle(CloudEvent event) {
        JsonNode data = event.data();
        Map<String, Long> counts = new TreeMap<>();
        data.path("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        String service = data.path("service").asText(event.source());
        Instant at = data.hasNonNull("at") ? Instant.parse(data.path("at").asText()) : event.time();
        return erasures.receive(UUID.fromString(data.path("userId").asText()), service, at, counts);
    }
}
