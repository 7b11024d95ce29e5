package org.summertrip.stores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.summertrip.stores.wire.RefusedException;

/** All five, started cold and in parallel, once for the class. */
class StoresTest {

    @TempDir
    static Path directory;

    private static Stores stores;
    private static Clients clients;

    @BeforeAll
    static void start() {
        stores = Stores.builder()
                .directory(directory)
                .randomPorts()
                .fast()
                .progress(System.out::println)
                .start();
        clients = new Clients(stores);
    }

    @AfterAll
    static void stop() {
        stores.close();
        stores.close();
    }

    @Test
    void tellsHowToReachEveryStore() {
        assertEquals(
                Set.of(
                        "POSTGRESQL_HOST",
                        "POSTGRESQL_PORT",
                        "POSTGRESQL_DATABASE",
                        "POSTGRESQL_USERNAME",
                        "POSTGRESQL_PASSWORD",
                        "CASSANDRA_CONTACT_POINTS",
                        "CASSANDRA_LOCAL_DATACENTER",
                        "CASSANDRA_USERNAME",
                        "CASSANDRA_PASSWORD",
                        "NEO4J_URI",
                        "NEO4J_USERNAME",
                        "NEO4J_PASSWORD",
                        "REDIS_HOSTS",
                        "REDIS_PASSWORD",
                        "S3_ENDPOINT",
                        "S3_REGION",
                        "S3_ACCESS_KEY",
                        "S3_SECRET_KEY"),
                stores.environment().keySet());
    }

    @Test
    void keepsPasswordsFromOtherUsers() throws IOException {
        for (String file : List.of("secrets", "environment", "conf/redis/redis.conf", "conf/s3/s3proxy.conf")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void showsNoPasswordOnAnyCommandLine() {
        List<String> secrets = Stream.of("POSTGRESQL", "CASSANDRA", "NEO4J", "REDIS")
                .map(name -> stores.environment().get(name + "_PASSWORD"))
                .toList();

        List<String> lines = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> secrets.stream().anyMatch(line::contains))
                .toList();

        assertEquals(List.of(), lines);
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void refusesAnotherPassword(Store store) {
        assertThrows(RefusedException.class, () -> clients.ask(store, "another-password"));
    }

    @Test
    void replacesTheDefaultPasswords() {
        assertThrows(RefusedException.class, () -> clients.cassandra("cassandra", "cassandra"));
        assertThrows(RefusedException.class, () -> clients.ask(Store.NEO4J, "neo4j"));
    }

    @Test
    void letsNobodyInWithoutPassword() throws IOException {
        assertThrows(RefusedException.class, () -> clients.redisWithoutLogin().command("PING"));
        assertThrows(RefusedException.class, () -> clients.postgresql("postgres", "postgres", "any"));
        var unsigned = (HttpURLConnection)
                URI.create(stores.environment().get("S3_ENDPOINT")).toURL().openConnection();
        assertEquals(HttpURLConnection.HTTP_FORBIDDEN, unsigned.getResponseCode());
    }

    @Test
    void lettersFoldAndExtensionsInstallInPostgresql() throws IOException {
        try (var postgresql = clients.postgresql("summertrip", "summertrip", null)) {
            for (String extension : List.of("citext", "unaccent", "pg_trgm", "btree_gist")) {
                postgresql.query("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
            assertEquals("t", postgresql.query("SELECT 'ÉTÉ'::citext = 'été'::citext"));
            assertEquals("Ete", postgresql.query("SELECT unaccent('Été')"));
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void keepsDataWhenKilled(Store store) throws IOException {
        int port = stores.port(store);
        clients.write(store, "kept-" + store.id());

        stores.kill(store);
        assertThrows(IOException.class, () -> clients.ask(store, null));
        stores.start(store);

        assertEquals("kept-" + store.id(), clients.read(store));
        assertEquals(port, stores.port(store));
    }

    @Test
    void refusesASecondSupervisorInTheDirectory() {
        var builder = Stores.builder().directory(directory).only(Store.REDIS).randomPorts();

        var refusal = assertThrows(StoreStartException.class, builder::start);

        assertTrue(refusal.getMessage().contains("Another supervisor"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("down --directory " + directory), refusal.getMessage());
    }

    @Test
    void namesEveryTakenPortAndWhoHoldsIt(@TempDir Path other) {
        Map<Store, Integer> taken = Map.of(
                Store.REDIS, stores.port(Store.REDIS),
                Store.S3, stores.port(Store.S3));
        var builder =
                Stores.builder().directory(other).only(Store.REDIS, Store.S3).ports(taken);

        String message = assertThrows(StoreStartException.class, builder::start).getMessage();

        assertTrue(message.contains("Port " + taken.get(Store.REDIS) + ", which Redis needs"), message);
        assertTrue(message.contains("Port " + taken.get(Store.S3) + ", which S3 needs"), message);
        assertTrue(message.contains("redis-server)") || !Files.exists(Path.of("/proc/net/tcp")), message);
        assertTrue(message.contains("--port redis="), message);
    }

    @Test
    void statusAsksTheStoresThemselves() {
        var lines = new ArrayList<String>();

        int code = new Status(Instance.at(directory), EnumSet.allOf(Store.class), lines::add).run();

        assertEquals(0, code, () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.matches("Neo4j +up +\\d+ +\\d+ +\\d+ MB")), lines::toString);
    }
}
