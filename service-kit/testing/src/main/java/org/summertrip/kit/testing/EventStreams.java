package org.summertrip.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.redis.datasource.RedisDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.summertrip.kit.event.CloudEvent;

/** The streams between the services, from the outside: a test plays the other services and looks at what came out. */
public final class EventStreams {
    private static final String FIELD = "event";
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    private final RedisDataSource redis;

    public EventStreams(RedisDataSource redis) {
        this.redis = redis;
    }

    /** Publishes a fact as another service would. */
    public CloudEvent publish(String stream, String type, String subject, Map<String, ?> data) {
        return publish(stream, type, subject, Instant.now(), data);
    }

    /** The same for a fact of another time. */
    public CloudEvent publish(String stream, String type, String subject, Instant time, Map<String, ?> data) {
        CloudEvent event = CloudEvent.of(UUID.randomUUID(), "test", type, subject, time, MAPPER.valueToTree(data));
        publish(stream, event);
        return event;
    }

    /** Publishes the very same event again, as a relay does that crashed between publishing and forgetting. */
    public void publish(String stream, CloudEvent event) {
        publishRaw(stream, MAPPER.valueToTree(event).toString());
    }

    /** Publishes anything, for instance poison. */
    public void publishRaw(String stream, String payload) {
        redis.stream(String.class, String.class, String.class).xadd(stream, Map.of(FIELD, payload));
    }

    /** Everything on a stream, oldest first. */
    public List<CloudEvent> read(String stream) {
        return redis.stream(String.class, String.class, String.class)
                .xrange(stream, io.quarkus.redis.datasource.stream.StreamRange.of("-", "+"))
                .stream()
                .map(message -> parse(message.payload().get(FIELD)))
                .toList();
    }

    /** What was buried behind a stream, as raw fields. */
    public List<Map<String, String>> dead(String stream) {
        return redis.stream(String.class, String.class, String.class)
                .xrange(stream + ".dead", io.quarkus.redis.datasource.stream.StreamRange.of("-", "+"))
                .stream()
                .map(io.quarkus.redis.datasource.stream.StreamMessage::payload)
                .toList();
    }

    private static CloudEvent parse(String payload) {
        try {
            JsonNode json = MAPPER.readTree(payload);
            return MAPPER.treeToValue(json, CloudEvent.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("not an event: " + payload, foreign);
        }
    }
}
