package org.summertrip.graph.store;

import jakarta.inject.Singleton;
import java.util.List;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.RetryableException;
import org.summertrip.kit.problem.StoreOutage;

/**
 * Neo4j is out of reach, starting up, has no connection left for us, or could not finish in time. A deadlock that outlived its
 * retries counts too: nothing is wrong with the request, it may just be sent again.
 */
@Singleton
class Neo4jOutage implements StoreOutage {
    /** The driver gives the exhausted pool no exception and no code of its own. */
    private static final String POOL_EXHAUSTED = "Unable to acquire connection from the pool";

    private static final List<String> OUT_OF_TIME = List.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            "Neo.ClientError.Transaction.LockClientStopped");

    @Override
    public boolean matches(Throwable failure) {
        if (failure instanceof ClientException refused) {
            return OUT_OF_TIME.contains(refused.code())
                    || String.valueOf(refused.getMessage()).startsWith(POOL_EXHAUSTED);
        }
        return failure instanceof RetryableException || failure instanceof SchemaPendingException;
    }
}
