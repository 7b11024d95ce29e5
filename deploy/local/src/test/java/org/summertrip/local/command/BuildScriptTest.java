package org.summertrip.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts.sh}, against a checkout of empty files. */
class BuildScriptTest {

    private static final Instant SOURCES = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant BUILD = Instant.parse("2026-11-01T11:00:00Z");
    private static final Instant CHANGE = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<String> SERVICES =
            List.of("users-service", "messaging-service", "graph-service", "files-service", "gateway");
    private static final List<String> ENGINES = List.of("postgresql", "cassandra", "neo4j", "redis", "s3");

    @TempDir
    Path root;

    @BeforeEach
    void checkOutAndBuild() throws IOException {
        for (String module : List.of(".", "service-kit", "service-kit/parent", "deploy/stores")) {
            touch(module + "/pom.xml", SOURCES);
        }
        for (String service : SERVICES) {
            module(service, "target/quarkus-app/quarkus-run.jar");
        }
        for (String engine : ENGINES) {
            module("deploy/stores/" + engine, "target/classpath.txt");
        }
        module("deploy/stores/supervisor", "target/classes/org/summertrip/stores/Stores.class");
        module("deploy/sampledata", "target/classes/org/summertrip/sampledata/World.class");
        module("deploy/local", "target/classes/org/summertrip/local/Suite.class");
        touch("deploy/local/target/classpath.txt", BUILD);
        touch("service-kit/src/main/Kit.java", SOURCES);
    }

    @Test
    void buildsNothingWhenNothingChanged() throws Exception {
        assertEquals("fresh", staleness());
    }

    @Test
    void buildsWhatIsMissing() throws Exception {
        Files.delete(root.resolve("graph-service/target/quarkus-app/quarkus-run.jar"));

        assertEquals("graph-service is not built", staleness());
    }

    @Test
    void buildsWhatIsOlderThanItsSources() throws Exception {
        touch("files-service/src/main/Source.java", CHANGE);

        assertEquals("files-service is older than files-service/src/main/Source.java", staleness());
    }

    @Test
    void buildsServicesAgainAfterAChangeOfTheKit() throws Exception {
        touch("service-kit/src/main/Kit.java", CHANGE);

        assertEquals("users-service is older than service-kit/src/main/Kit.java", staleness());
    }

    @Test
    void noticesAChangedStore() throws Exception {
        touch("deploy/stores/neo4j/pom.xml", CHANGE);

        assertEquals("deploy/stores/neo4j is older than deploy/stores/neo4j/pom.xml", staleness());
    }

    @Test
    void believesTheLastBuildWhereItLeftAFileUntouched() throws Exception {
        touch("deploy/stores/neo4j/pom.xml", CHANGE);
        touch("deploy/local/target/built", CHANGE.plusSeconds(60));

        assertEquals("fresh", staleness());
    }

    @Test
    void doesNotCareAboutTestsAndImages() throws Exception {
        touch("users-service/src/main/docker/Dockerfile.jvm", CHANGE);
        touch("users-service/src/test/UserTest.java", CHANGE);

        assertEquals("fresh", staleness());
    }

    @Test
    void findsAJava() throws Exception {
        String java = run("unset JAVA_HOME; PATH='%s/bin':$PATH; find_java; echo \"$java\""
                .formatted(System.getProperty("java.home")));

        assertTrue(java.endsWith("/bin/java"), java);
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        String message = run("unset JAVA_HOME; PATH=/nowhere; find_java");

        assertTrue(message.startsWith("Summer-Trip needs a JDK 17 or newer."), message);
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Path old = root.resolve("old/bin/java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
        assertTrue(old.toFile().setExecutable(true));

        String message = run("JAVA_HOME='%s'; PATH=/nowhere; find_java".formatted(root.resolve("old")));

        assertTrue(message.contains("this is not one: " + old), message);
    }

    private void module(String module, String artifact) throws IOException {
        touch(module + "/pom.xml", SOURCES);
        touch(module + "/src/main/Source.java", SOURCES);
        touch(module + "/" + artifact, BUILD);
    }

    private void touch(String file, Instant time) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    private String staleness() throws Exception {
        return run("stale || echo fresh");
    }

    private String run(String command) throws IOException, InterruptedException {
        Path scripts = Path.of("scripts.sh").toAbsolutePath();
        Process bash = new ProcessBuilder(
                        "bash",
                        "-euo",
                        "pipefail",
                        "-c",
                        "root='%s'; source '%s'; %s".formatted(root, scripts, command))
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes());
        assertTrue(bash.waitFor(30, TimeUnit.SECONDS));
        return output.strip();
    }
}
