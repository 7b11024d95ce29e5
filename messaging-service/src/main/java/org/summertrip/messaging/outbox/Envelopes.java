package org.summertrip.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;
import org.summertrip.kit.event.OutboxEvent;

/** Puts news into the form in which they leave. */
@Singleton
public class Envelopes {
    static final String STREAM = "events.messaging";
    private static final String SOURCE = "messaging-service";

    private final ObjectMapper mapper;

    Envelopes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What leaves under an id. */
    public Departure departure(UUID id, News news) {
        return new Departure(id, event(id, news), news.push());
    }

    /** The event of news that are one, otherwise null. */
    OutboxEvent event(UUID id, News news) {
        if (news.type() == null) {
            return null;
        }
        return new OutboxEvent(
                STREAM,
                json(CloudEvent.of(
                        id,
                        SOURCE,
                        news.type(),
                        news.subject().toString(),
                        news.time(),
                        mapper.valueToTree(news.data()))));
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what leaves can be written", impossible);
        }
    }
}
