/**
 * How a POST is made safe to repeat: a client that names its attempt with {@code Idempotency-Key} gets the first answer again
 * instead of a second thing. Kept in Redis for 24 hours. What must survive the loss of Redis keeps its keys in its own store.
 */
package org.summertrip.kit.idempotency;
