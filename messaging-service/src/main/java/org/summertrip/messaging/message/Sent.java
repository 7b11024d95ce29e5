package org.summertrip.messaging.message;

/**
 * The outcome of a send.
 *
 * @param replayed whether an earlier attempt with the same key had stored it already
 */
record Sent(Message message, boolean replayed) {}
