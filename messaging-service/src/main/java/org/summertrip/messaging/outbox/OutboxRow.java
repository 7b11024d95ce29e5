package org.summertrip.messaging.outbox;

import java.util.UUID;
import org.summertrip.kit.event.OutboxEvent;

/**
 * What waits in its slot.
 *
 * @param stream null when there is no event, only a push
 * @param push null when there is only an event
 */
record OutboxRow(long slot, UUID eventId, String stream, String payload, String push) {
    boolean isEvent() {
        return stream != null;
    }

    OutboxEvent event() {
        return new OutboxEvent(stream, payload);
    }
}
