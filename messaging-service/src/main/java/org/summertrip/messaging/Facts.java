package org.summertrip.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.summertrip.kit.event.CloudEvent;

/** Reads what is taken from events of other services. */
@Singleton
public class Facts {
    private final ObjectMapper mapper;

    Facts(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The event's data; one that cannot be read is poison, which the kit buries with the reason. */
    public <T> T read(CloudEvent event, Class<T> type) {
        try {
            return mapper.treeToValue(event.data(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("unreadable " + event.type(), unreadable);
        }
    }
}
