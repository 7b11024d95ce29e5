package org.summertrip.graph.store;

/** The constraints are not there yet. Writing without them could make two nodes of one person, and no constraint ever after. */
class SchemaPendingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaPendingException() {
        super("the graph's schema has not been migrated yet");
    }
}
