package org.summertrip.kit.event;

/**
 * An event on its way out.
 *
 * @param stream where it goes: {@code events.users}
 * @param payload the {@link CloudEvent} as JSON
 */
public record OutboxEvent(String stream, String payload) {}
