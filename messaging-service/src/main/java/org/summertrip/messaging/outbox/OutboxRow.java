package org.summertrip.messaging.outbox;

import java.util.UUID;
import org.summertrip.kit.event.OutboxEvent;

/** An event in its slot. */
record OutboxRow(long slot, UUID eventId, String stream, String payload) {
    OutboxEvent event() {
        return new OutboxEvent(stream, payload);
    }
}
