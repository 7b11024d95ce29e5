package org.summertrip.messaging.cassandra;

/** There is no session yet, or its tables are not migrated yet. */
final class NotConnectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotConnectedException() {
        super("no migrated Cassandra yet", null, false, false);
    }
}
