package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {

    @TempDir
    Path root;

    private final SuiteOptions options =
            SuiteOptions.builder().home(Path.of("/tmp/trip")).portOffset(100).build();
    private final ServiceEnvironment told = new ServiceEnvironment(
            options,
            new SuiteSecrets("shared", "keys", "admin", "sample", "operator"),
            Map.of("POSTGRESQL_PASSWORD", "p", "NEO4J_PASSWORD", "n"));

    @BeforeEach
    void build() throws IOException {
        for (Service service : List.of(Service.USERS, Service.GATEWAY)) {
            Path jar = service.jar(root);
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
    }

    @Test
    void isToldWhatTheFirstIsTold() {
        ProcessBuilder replica = Replica.of(root, Service.USERS, options, told, Map.of("quarkus.http.port", "9999"));

        assertEquals("keys", replica.environment().get("SUMMER_TRIP_SIGNING_KEYS"));
        assertEquals("p", replica.environment().get("POSTGRESQL_PASSWORD"));
        assertFalse(replica.environment().containsKey("NEO4J_PASSWORD"));
        assertTrue(replica.command().contains("-Dquarkus.http.port=9999"));
        assertTrue(replica.command().contains("-Xmx160m"));
    }

    @Test
    void isToldOtherwiseWhereThatIsSaid() {
        String property = "gateway.upstreams.\"users-service\"";

        List<String> command = Replica.of(
                        root, Service.GATEWAY, options, told, Map.of(property, "http://127.0.0.1:1,http://127.0.0.1:2"))
                .command();

        assertTrue(command.contains("-D" + property + "=http://127.0.0.1:1,http://127.0.0.1:2"));
        assertTrue(command.contains("-Dgateway.upstreams.\"files-service\"=http://127.0.0.1:8184"));
        assertFalse(command.contains("-D" + property + "=http://127.0.0.1:8181"));
    }
}
