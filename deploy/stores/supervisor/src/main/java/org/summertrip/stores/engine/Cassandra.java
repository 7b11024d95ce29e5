package org.summertrip.stores.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.wire.Answer;
import org.summertrip.stores.wire.CqlConnection;
import org.summertrip.stores.wire.RefusedException;

/** Cassandra as a node of its own, cut down to what a laptop bears. */
public final class Cassandra implements Engine {

    private static final String USER = "summertrip";
    private static final String PASSWORD = "CASSANDRA_PASSWORD";
    /** The role that every new cluster has, with its name for a password. */
    private static final String DEFAULT = "cassandra";

    @Override
    public String folder() {
        return "cassandra";
    }

    @Override
    public void prepare(Site site) throws IOException {
        Files.writeString(yaml(site), CassandraYaml.of(site));
    }

    private static Path yaml(Site site) {
        return site.configuration().resolve("cassandra.yaml");
    }

    @Override
    public Launch launch(Site site) throws IOException, InterruptedException {
        Jvm jvm = new Jvm(JavaHome.between(17, 21), site)
                .options("-Xms256m", "-Xmx512m", "-Xss256k")
                .options(
                        "-Dcassandra.storagedir=" + site.data(),
                        "-Dcassandra.config=" + yaml(site).toUri())
                // one node has nobody to wait for
                .options("-Dcassandra.ring_delay_ms=1", "-Dcassandra.superuser_setup_delay_ms=1")
                .options("-Dcassandra.skip_wait_for_gossip_to_settle=0", "-Dcassandra.shutdown_announce_in_ms=0")
                // how much memory a row takes is tried out at each start, for two seconds with a hundred thousand rows
                .options("-Dcassandra.memtable_row_overhead_computation_step=1000")
                .options("-Djdk.attach.allowAttachSelf=true", "-Dio.netty.tryReflectionSetAccessible=true")
                .options("-Djava.security.manager=allow");
        if (site.fast()) {
            jvm.options("-Dcassandra.auth_bcrypt_gensalt_log2_rounds=4");
        }
        return withInsideOfJdk(jvm).main("org.apache.cassandra.service.CassandraDaemon", Map.of());
    }

    private static Jvm withInsideOfJdk(Jvm jvm) {
        return jvm.exports("java.base", "jdk.internal.misc", "java.lang.ref")
                .exports("java.management.rmi", "com.sun.jmx.remote.internal.rmi")
                .exports("java.rmi", "sun.rmi.registry", "sun.rmi.server")
                .exports("java.sql", "java.sql")
                .exports("jdk.unsupported", "sun.misc")
                .exports("jdk.compiler", "com.sun.tools.javac.file")
                .exports("jdk.attach", "sun.tools.attach")
                .opens("java.base", "java.io", "java.lang", "java.lang.module", "java.lang.reflect", "java.net")
                .opens("java.base", "java.nio", "java.util", "java.util.concurrent", "java.util.concurrent.atomic")
                .opens("java.base", "jdk.internal.loader", "jdk.internal.math", "jdk.internal.module")
                .opens("java.base", "jdk.internal.ref", "jdk.internal.reflect", "jdk.internal.util.jar", "sun.nio.ch")
                .opens("jdk.compiler", "com.sun.tools.javac")
                .opens("jdk.management", "com.sun.management.internal");
    }

    @Override
    public Answer ask(Site site) {
        Answer answer = Answer.to(() -> version(site));
        // Roles come after the port: until then everybody is refused
        return answer.state() == Answer.State.REFUSED ? answer.later() : answer;
    }

    private static String version(Site site) throws IOException {
        String version;
        try (CqlConnection cassandra = login(site, USER, site.secrets().get(PASSWORD))) {
            version = cassandra.query("SELECT release_version FROM system.local");
        } catch (RefusedException notYetKnown) {
            createRole(site);
            throw notYetKnown;
        }
        requireDefaultRoleLocked(site);
        return version;
    }

    /** On the first start, with the role that every cluster has then. */
    private static void createRole(Site site) throws IOException {
        try (CqlConnection cassandra = login(site, DEFAULT, DEFAULT)) {
            cassandra.query("CREATE ROLE IF NOT EXISTS %s WITH PASSWORD = '%s' AND LOGIN = true AND SUPERUSER = true"
                    .formatted(USER, site.secrets().get(PASSWORD)));
        }
    }

    /**
     * Tried out, because having said so is not enough: the statement may time out on a busy machine, and Cassandra
     * goes on accepting a password from its cache for a moment. Until then the store is not ready.
     */
    private static void requireDefaultRoleLocked(Site site) throws IOException {
        try {
            login(site, DEFAULT, DEFAULT).close();
        } catch (RefusedException expected) {
            return;
        }
        lockDefaultRole(site);
        throw new IOException("the default role could still log in");
    }

    /** A role cannot take its own login away, hence the new one does it to the old one. */
    private static void lockDefaultRole(Site site) throws IOException {
        try (CqlConnection cassandra = login(site, USER, site.secrets().get(PASSWORD))) {
            cassandra.query("ALTER ROLE %s WITH PASSWORD = '%s' AND LOGIN = false AND SUPERUSER = false"
                    .formatted(DEFAULT, site.secrets().get("CASSANDRA_DEFAULT_ROLE_PASSWORD")));
        }
    }

    private static CqlConnection login(Site site, String user, String password) throws IOException {
        var connection = new CqlConnection(site.port());
        try {
            connection.login(user, password);
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Map<String, String> environment(Site site) {
        return Map.of(
                "CASSANDRA_CONTACT_POINTS",
                "127.0.0.1:" + site.port(),
                "CASSANDRA_LOCAL_DATACENTER",
                "datacenter1",
                "CASSANDRA_USERNAME",
                USER,
                PASSWORD,
                site.secrets().get(PASSWORD));
    }
}
