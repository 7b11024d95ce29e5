/**
 * What people who are connected see at once. A capped Redis stream per person holds what a socket resumes from, wherever it
 * connects; a word on one channel wakes the gateways. Handed over by the outbox, so that no crash loses a push.
 */
package org.summertrip.messaging.live;
