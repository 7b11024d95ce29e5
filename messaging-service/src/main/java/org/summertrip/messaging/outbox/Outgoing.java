package org.summertrip.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.id.Ids;
import org.summertrip.messaging.cassandra.Query;
import org.summertrip.messaging.cassandra.Write;

/** Turns a fact of this service into the writes that let it out. */
@Singleton
public class Outgoing {
    static final String STREAM = "events.messaging";
    static final int SHARD = 0;

    private static final String SOURCE = "messaging-service";
    private static final Query PUT =
            Query.of("INSERT INTO outbox (slot, event_id, stream, payload) VALUES (?, ?, ?, ?)");
    private static final Query MARK = Query.of("INSERT INTO outbox_slots (shard, slot) VALUES (?, ?)");

    private final ObjectMapper mapper;
    private final Ids ids;

    Outgoing(ObjectMapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    /** To be written in the same logged batch as the fact. */
    public List<Write> event(String type, UUID subject, Instant time, Object data) {
        UUID id = ids.next();
        long slot = Slot.of(id);
        CloudEvent event = CloudEvent.of(id, SOURCE, type, subject.toString(), time, mapper.valueToTree(data));
        return List.of(new Write(PUT, slot, id, STREAM, json(event)), new Write(MARK, SHARD, slot));
    }

    private String json(CloudEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event can be written", impossible);
        }
    }
}
