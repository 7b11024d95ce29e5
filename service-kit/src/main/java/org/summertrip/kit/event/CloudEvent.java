package org.summertrip.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact (CloudEvents 1.0, JSON format).
 *
 * @param specversion always {@code 1.0}
 * @param id the same when the event is delivered again
 * @param source the service that knows: {@code users-service}
 * @param type what happened: {@code user.created}
 * @param subject the aggregate that it happened to, usually an id
 * @param time when it happened
 * @param datacontenttype always {@code application/json}
 * @param data the fact itself; fields may be added to a type but never change their meaning
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        JsonNode data) {
    public static CloudEvent of(UUID id, String source, String type, String subject, Instant time, JsonNode data) {
        return new CloudEvent("1.0", id, source, type, subject, time, "application/json", data);
    }
}
