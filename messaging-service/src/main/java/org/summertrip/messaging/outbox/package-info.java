/**
 * What other services and people are told, on its way out: most of it written in one logged batch with its fact, messages found
 * where they lie. One replica at a time lets it out. It is kept by slots of a minute, so that nobody reads through the tombstones
 * of what has left before.
 */
package org.summertrip.messaging.outbox;
