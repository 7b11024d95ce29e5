/**
 * Messages: partitions of ten days, newest first, found through the index of the buckets that hold something. The id is a
 * UUIDv7 of the server, so it is the order, the time and the bucket at once.
 */
package org.summertrip.messaging.message;
