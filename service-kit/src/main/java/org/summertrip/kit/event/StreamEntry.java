package org.summertrip.kit.event;

/** An event as it lies on a stream; the payload is null when somebody wrote an entry that is none of ours. */
record StreamEntry(String stream, String id, String payload) {}
