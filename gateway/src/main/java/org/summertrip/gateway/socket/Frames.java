package org.summertrip.gateway.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The texts that go over a socket. What services wrote as {@code data} is passed on as it is, unread. */
@Singleton
public class Frames {
    static final String HEARTBEAT_ACK = "{\"op\":\"heartbeat-ack\"}";
    static final String INVALID_SESSION = "{\"op\":\"invalid_session\"}";

    private final ObjectMapper mapper;

    public Frames(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static String hello(Duration heartbeat) {
        return "{\"op\":\"hello\",\"heartbeatMs\":" + heartbeat.toMillis() + '}';
    }

    static String ready(String session, String seq) {
        return "{\"op\":\"ready\",\"session\":\"" + session + "\",\"seq\":\"" + seq + "\"}";
    }

    static String resumed(String session, String seq) {
        return "{\"op\":\"resumed\",\"session\":\"" + session + "\",\"seq\":\"" + seq + "\"}";
    }

    /** An event; {@code data} is JSON already. */
    static String event(String seq, String type, String data) {
        StringBuilder frame = new StringBuilder(data.length() + 80);
        frame.append("{\"op\":\"event\",\"seq\":\"").append(seq).append("\",\"type\":\"");
        JsonStringEncoder.getInstance().quoteAsString(type, frame);
        return frame.append("\",\"data\":").append(data).append('}').toString();
    }

    /** What a client says; empty when it is not an object with an {@code op}. */
    Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(mapper.readTree(text))
                    .filter(frame -> frame.isObject() && frame.path("op").isTextual());
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** What another gateway published; empty when it is not ours. */
    Optional<JsonNode> readPublished(String text) {
        try {
            return Optional.ofNullable(mapper.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("our own frames can be written", impossible);
        }
    }
}
