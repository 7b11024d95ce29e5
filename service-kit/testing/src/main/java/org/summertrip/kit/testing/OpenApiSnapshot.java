package org.summertrip.kit.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Keeps the committed {@code openapi.yaml} of a service equal to what the service says of itself, so that a change of the
 * contract is seen in review. {@code -Dsnapshots.update=true} writes it anew.
 */
public abstract class OpenApiSnapshot {
    private static final Path SNAPSHOT = Path.of("openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    @Test
    void equalsTheCommittedSnapshot() throws IOException {
        String now = document();
        if (Boolean.getBoolean("snapshots.update")) {
            Files.writeString(SNAPSHOT, now);
        }
        assertTrue(Files.exists(SNAPSHOT), "openapi.yaml is missing: run the test with -Dsnapshots.update=true");
        assertEquals(
                Files.readString(SNAPSHOT),
                now,
                "the API changed: look at the difference, then run the test with -Dsnapshots.update=true and commit it");
    }

    @Test
    void describesEveryOperationAndEveryStatus() {
        List<String> missing = new ArrayList<>();
        Map<String, Object> paths =
                map(new Yaml().<Map<String, Object>>load(document()).get("paths"));
        paths.forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                check(method.toUpperCase(java.util.Locale.ROOT) + " " + path, map(operation), missing);
            }
        }));
        assertEquals(List.of(), missing);
    }

    private static void check(String name, Map<String, Object> operation, List<String> missing) {
        if (operation.get("summary") == null) {
            missing.add(name + ": no summary");
        }
        map(operation.get("responses")).forEach((status, response) -> {
            Object description = map(response).get("description");
            if (description == null || description.toString().length() < 10) {
                missing.add(name + " " + status + ": does not say when it happens");
            }
        });
    }

    private static String document() {
        return given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
