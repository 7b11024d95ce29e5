package org.summertrip.graph.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

/** Kills a process that talks to Neo4j at each of its messages in turn. */
public final class EveryMessage {
    private static final int MOST_MESSAGES = 40;

    private EveryMessage() {}

    /** @param dies does something over this driver and says whether the cut kept it from coming to its end */
    public static void kill(Stores stores, BiPredicate<Driver, CutWire> dies) {
        Map<String, String> environment = stores.environment();
        try (CutWire wire = new CutWire(stores.port(Store.NEO4J));
                Driver driver = GraphDatabase.driver(
                        "bolt://127.0.0.1:" + wire.port(),
                        AuthTokens.basic(environment.get("NEO4J_USERNAME"), environment.get("NEO4J_PASSWORD")),
                        Config.builder()
                                .withMaxTransactionRetryTime(0, TimeUnit.SECONDS)
                                .build())) {
            int messages = 0;
            do {
                assertTrue(messages < MOST_MESSAGES, "an end is reached");
                driver.verifyConnectivity();
                wire.cutAfter(messages++);
            } while (dies.test(driver, wire));
            assertTrue(messages > 1, "it died at least once");
        }
    }
}
