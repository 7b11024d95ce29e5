package org.summertrip.stores.neo4j;

import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;

/** Starts one server with Bolt and authentication: {@code Neo4jServer <home> <port>}, the password in the environment. */
public final class Neo4jServer {

    private Neo4jServer() {}

    public static void main(String[] args) {
        var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(HttpConnector.enabled, false)
                // off unless said otherwise when embedded
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
                // or each database begins with 256 MB of empty log
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                // nobody is told that this runs
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                // stopping would be five seconds of waiting for silence
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        replaceInitialPassword(
                server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME), System.getenv("STORE_PASSWORD"));
        System.out.println("Neo4j listens on " + address);
    }

    /** Only on the first start: the statement fails when the password is the one already set. */
    private static void replaceInitialPassword(GraphDatabaseService system, String password) {
        boolean initial = system.executeTransactionally(
                "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j' AND passwordChangeRequired",
                Map.of(),
                rows -> rows.hasNext());
        if (initial) {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
    }
}
