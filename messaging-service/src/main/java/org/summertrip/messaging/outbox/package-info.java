/**
 * Events on their way out: written in one logged batch with the fact, published by one replica at a time, then deleted. Rows are
 * spread over slots of a minute, so that the drainer never reads through the tombstones of what it has published before.
 */
package org.summertrip.messaging.outbox;
