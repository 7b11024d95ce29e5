package org.summertrip.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;

/**
 * Keeps the committed {@code openapi.yaml} equal to what the code says. Read from where Quarkus puts it at build time: the gateway
 * publishes the merged document only.
 */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class OwnContractTest {
    private static final Path SNAPSHOT = Path.of("openapi.yaml");
    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.YAML";

    @Test
    void equalsTheCommittedSnapshot() throws IOException {
        String now;
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(GENERATED)) {
            assertNotNull(stream, GENERATED);
            now = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (Boolean.getBoolean("snapshots.update")) {
            Files.writeString(SNAPSHOT, now);
        }

        assertEquals(
                Files.readString(SNAPSHOT),
                now,
                "the API changed: look at the difference, then run the test with -Dsnapshots.update=true and commit it");
    }
}
