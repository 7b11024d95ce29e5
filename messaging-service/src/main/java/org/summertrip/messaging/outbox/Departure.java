package org.summertrip.messaging.outbox;

import java.util.UUID;
import org.summertrip.kit.event.OutboxEvent;

/**
 * What leaves because of one fact.
 *
 * @param id of the event; departures leave in the order of their ids
 * @param event for other services, or null
 * @param push for the people who are connected, or null
 */
public record Departure(UUID id, OutboxEvent event, Push push) {}
