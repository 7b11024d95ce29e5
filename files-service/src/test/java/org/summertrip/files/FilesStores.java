package org.summertrip.files;

import java.util.HashMap;
import java.util.Map;
import org.summertrip.kit.testing.StoresResource;

/**
 * The embedded stores, or another S3 instead of the embedded one: name it by the variables {@code S3_TEST_ENDPOINT}, {@code
 * S3_TEST_ACCESS_KEY}, {@code S3_TEST_SECRET_KEY} and {@code S3_TEST_BUCKET}.
 */
public class FilesStores extends StoresResource {
    private static final Map<String, String> VARIABLES = Map.of(
            "S3_TEST_ENDPOINT", "S3_ENDPOINT",
            "S3_TEST_ACCESS_KEY", "S3_ACCESS_KEY",
            "S3_TEST_SECRET_KEY", "S3_SECRET_KEY",
            "S3_TEST_BUCKET", "files.s3.bucket");

    @Override
    public Map<String, String> start() {
        Map<String, String> environment = new HashMap<>(super.start());
        VARIABLES.forEach((variable, name) -> {
            if (System.getenv(variable) != null) {
                environment.put(name, System.getenv(variable));
            }
        });
        return environment;
    }
}
