package org.summertrip.messaging.outbox;

/** What waits in its slot. */
record OutboxRow(long slot, Departure departure) {}
