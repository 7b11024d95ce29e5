package org.summertrip.messaging.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * What leaves with a fact.
 *
 * @param id the same when the fact is stored again; null for a new one
 * @param type of the event, or null when only the push leaves
 * @param data of the event
 * @param push for the people who are connected, or null
 */
public record News(UUID id, String type, UUID subject, Instant time, Object data, Push push) {
    /** For the people who are connected, and no other service. */
    public static News live(Push push) {
        return new News(null, null, null, null, null, push);
    }

    /** For other services, and the people who are connected. */
    public static News of(String type, UUID subject, Instant time, Object data, Push push) {
        return new News(null, type, subject, time, data, push);
    }
}
