package org.summertrip.graph.store;

import io.smallrye.mutiny.Uni;

/** What is done in one transaction. Runs again from its beginning when the transaction has to be repeated. */
@FunctionalInterface
public interface Work<T> {
    /** The transaction is committed when this completes and rolled back when it fails. */
    Uni<T> in(Transaction transaction);
}
