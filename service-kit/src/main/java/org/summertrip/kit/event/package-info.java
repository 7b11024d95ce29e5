/**
 * How facts travel: CloudEvents 1.0 as JSON on Redis Streams, at least once, in order per stream.
 *
 * <p>Out: a service stores the event with the fact, in one transaction of its own store ({@link
 * org.summertrip.kit.event.Outbox}), and {@link org.summertrip.kit.event.OutboxRelay} publishes it. A crash between any two
 * lines therefore loses nothing; at worst an event is published twice, with the same id.
 *
 * <p>In: one consumer group per service. {@link org.summertrip.kit.event.EventConsumer} hands each event to the {@link
 * org.summertrip.kit.event.EventHandler}s, which must bear repetition; what fails five times goes to {@code <stream>.dead} with
 * the reason, and what a dead replica left half done is taken over. An outage of the consumer's store is waited out and never
 * counted as a try.
 *
 * <p>This package is the seam where another broker would go.
 */
package org.summertrip.kit.event;
