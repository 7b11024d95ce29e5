/**
 * Events without transactions. S3 cannot store a fact and its event at once, so the event comes first, as an announcement
 * under {@code outbox/<uuidv7>}, and one single put then makes the fact true. A crash between the two leaves an announcement of
 * something that never happened: before publishing, the drainer asks a {@link org.summertrip.files.outbox.Witness}; what has
 * not happened after a grace period never will, and what had been prepared for it is removed. So every fact has its event,
 * and no event lacks its fact.
 */
package org.summertrip.files.outbox;
