package org.summertrip.graph.store;

import jakarta.inject.Singleton;
import org.neo4j.driver.Driver;

/** Makes the store of a process that a test lets die. */
@Singleton
public class MortalNeo4j {
    private final Migrations migrations;
    private final StoreConfig config;

    MortalNeo4j(Migrations migrations, StoreConfig config) {
        this.migrations = migrations;
        this.config = config;
    }

    public Neo4j over(Driver driver) {
        return new Neo4j(new Sessions(driver), migrations, config);
    }
}
