package org.summertrip.messaging.cassandra;

/**
 * One write of a batch.
 *
 * @param values in the order of the question marks; a null is not written at all, so it makes no tombstone
 */
public record Write(Query query, Object... values) {}
