package org.summertrip.graph.store;

import io.smallrye.mutiny.Uni;

/**
 * Queries that are run once, for nobody, before the service is ready. Neo4j plans a query when it first sees it, which takes longer
 * on a cold server than a caller is made to wait. A bean per set of queries.
 */
public interface WarmUp {
    /** Runs them; finds nothing and changes nothing. */
    Uni<Void> warmUp(Transaction transaction);
}
