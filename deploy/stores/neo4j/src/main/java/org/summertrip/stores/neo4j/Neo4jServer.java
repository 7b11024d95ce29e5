package org.summertrip.stores.neo4j;

import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.impl.security.User;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;
import org.neo4j.server.security.auth.FileUserRepository;
import org.neo4j.string.UTF8;

/** Starts one server with Bolt and authentication: {@code Neo4jServer <home> <port>}, the password in the environment. */
public final class Neo4jServer {

    private Neo4jServer() {}

    public static void main(String[] args) throws Exception {
        setInitialPassword(Path.of(args[0]), System.getenv("STORE_PASSWORD"));
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
        System.out.println("Neo4j listens on " + address);
    }

    /**
     * As {@code neo4j-admin dbms set-initial-password} does: the system database takes it from there when it is made, and never
     * again. To replace the password of a running server would be four seconds of warming up for that one statement.
     */
    private static void setInitialPassword(Path home, String password) throws Exception {
        Path file = home.resolve("data/dbms/auth.ini");
        if (Files.exists(file)) {
            return;
        }
        var users = new FileUserRepository(
                new DefaultFileSystemAbstraction(), file, NullLogProvider.getInstance(), EmptyMemoryTracker.INSTANCE);
        var credential = SystemGraphCredential.createCredentialForPassword(UTF8.encode(password), new SecureHasher());
        users.start();
        users.create(new User("neo4j", null, credential, false, false));
        users.shutdown();
    }
}
