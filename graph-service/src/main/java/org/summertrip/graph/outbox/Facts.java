package org.summertrip.graph.outbox;

import static org.neo4j.driver.Values.parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.summertrip.graph.store.Moments;
import org.summertrip.graph.store.Transaction;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;

/** Stores an event beside the fact that it tells of. */
@Singleton
public class Facts {
    private static final String STREAM = "events.graph";
    private static final String SOURCE = "graph-service";

    private static final String STORE =
            "CREATE (:Outbox {id: $id, stream: $stream, payload: $payload, createdAt: $createdAt})";

    private final Ids ids;
    private final ObjectMapper mapper;

    Facts(Ids ids, ObjectMapper mapper) {
        this.ids = ids;
        this.mapper = mapper;
    }

    /**
     * Stores the event in this transaction: published if that commits, never if not. Call it while holding the locks on whom
     * it is about: the id is made here and decides the order in which events are published.
     *
     * @param subject who acted
     * @param data a record
     */
    public Uni<Void> store(Transaction transaction, String type, UUID subject, Instant at, Object data) {
        UUID id = ids.next();
        CloudEvent event = CloudEvent.of(id, SOURCE, type, subject.toString(), at, mapper.valueToTree(data));
        return transaction.run(
                STORE,
                parameters(
                        "id", id.toString(),
                        "stream", STREAM,
                        "payload", write(event),
                        "createdAt", Moments.write(at)));
    }

    private String write(CloudEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }
}
