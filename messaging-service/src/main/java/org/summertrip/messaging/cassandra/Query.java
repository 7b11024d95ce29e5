package org.summertrip.messaging.cassandra;

/**
 * A statement to be prepared. Make them constants: equal ones are prepared once.
 *
 * @param idempotent whether the driver may repeat it by itself when a node does not answer
 */
public record Query(String cql, boolean idempotent) {
    /** A read, or a write that leaves the same rows when it is repeated. */
    public static Query of(String cql) {
        return new Query(cql, true);
    }

    /** A lightweight transaction: repeated, it could find its own first try and report that it lost. */
    public static Query conditional(String cql) {
        return new Query(cql, false);
    }
}
