package org.summertrip.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    private final SuiteOptions options = SuiteOptions.builder()
            .home(Path.of("/tmp/trip"))
            .portOffset(100)
            .host("0.0.0.0")
            .environment("users-service", "SUMMER_TRIP_EVENTS_RELAY", "false")
            .build();
    private final SuiteSecrets secrets = new SuiteSecrets("shared", "keys", "admin", "sample", "operator");
    private final ServiceEnvironment environment = new ServiceEnvironment(
            options,
            secrets,
            Map.of("POSTGRESQL_PASSWORD", "p", "NEO4J_PASSWORD", "n", "REDIS_HOSTS", "redis", "S3_SECRET_KEY", "s"));

    @Test
    void tellsAServiceAboutItsOwnStoresOnly() {
        Map<String, String> graph = environment.of(Service.GRAPH);

        assertEquals("n", graph.get("NEO4J_PASSWORD"));
        assertEquals("redis", graph.get("REDIS_HOSTS"));
        assertFalse(graph.containsKey("POSTGRESQL_PASSWORD") || graph.containsKey("S3_SECRET_KEY"));
    }

    @Test
    void givesTheSigningKeysToNobodyButTheirUser() {
        assertEquals("keys", environment.of(Service.USERS).get("SUMMER_TRIP_SIGNING_KEYS"));
        assertFalse(environment.of(Service.GATEWAY).containsKey("SUMMER_TRIP_SIGNING_KEYS"));
        assertFalse(environment.shared().containsKey("SUMMER_TRIP_SIGNING_KEYS"));
    }

    @Test
    void opensOnlyTheGatewayToTheNetwork() {
        assertEquals("0.0.0.0", environment.of(Service.GATEWAY).get("QUARKUS_HTTP_HOST"));
        assertEquals("127.0.0.1", environment.of(Service.GATEWAY).get("QUARKUS_MANAGEMENT_HOST"));
        assertEquals("127.0.0.1", environment.of(Service.FILES).get("QUARKUS_HTTP_HOST"));
    }

    @Test
    void followsThePorts() {
        assertEquals("8181", environment.of(Service.USERS).get("QUARKUS_HTTP_PORT"));
        assertEquals(
                "http://127.0.0.1:8181/.well-known/jwks.json",
                environment.of(Service.FILES).get("SUMMER_TRIP_JWKS_URL"));
        assertEquals(
                "http://127.0.0.1:8184",
                ServiceEnvironment.properties(options, Service.GATEWAY).get("gateway.upstreams.\"files-service\""));
        assertTrue(ServiceEnvironment.properties(options, Service.USERS).isEmpty());
    }

    @Test
    void takesWhatATestAddsToOneService() {
        assertEquals("false", environment.of(Service.USERS).get("SUMMER_TRIP_EVENTS_RELAY"));
        assertFalse(environment.of(Service.GRAPH).containsKey("SUMMER_TRIP_EVENTS_RELAY"));
    }
}
