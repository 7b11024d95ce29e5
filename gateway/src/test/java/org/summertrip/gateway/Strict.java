package org.summertrip.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What is asked of clients, in times that a test can wait for; and one other origin that is let in. Shared, because every start takes seconds. */
public class Strict implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gateway.pace.head-within", "500ms",
                "gateway.pace.body-grace", "500ms",
                "gateway.pace.body-bytes-per-second", "1000",
                "gateway.pace.answer-grace", "700ms",
                "gateway.pace.answer-bytes-per-second", "4000000",
                "gateway.cors.origins", "https://app.example",
                "gateway.trusted-proxies", "127.0.0.1");
    }
}
