package org.summertrip.graph.store;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

/** The service alone, with the patience of production: first nobody listens, then somebody who never answers, then Neo4j. */
@QuarkusTest
@GraphStores
@TestProfile(LateStoreTest.Alone.class)
class LateStoreTest {
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    @ConfigProperty(name = "test.late-port")
    int port;

    Stores stores;

    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String port = String.valueOf(freePort());
            return Map.of(
                    "test.late-port", port,
                    "quarkus.neo4j.uri", "bolt://127.0.0.1:" + port,
                    "quarkus.neo4j.pool.connection-acquisition-timeout", "1500ms",
                    "graph.store.timeout", "1800ms",
                    "graph.store.migration-timeout", "5s",
                    "graph.jobs.check", "500ms",
                    "graph.anomalies.every", "1s");
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Test
    void startsWithoutItsStoreMigratesOnceItIsThereRunsJobsAndOutlivesItsSilence() {
        await().atMost(RECOVERY).until(() -> friends() == 503);
        refuses();
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health/ready").then().statusCode(503);

        try (ForwardedPort late = new ForwardedPort(port)) {
            late.swallow();
            refuses();
            notReady();

            late.leadTo(stores.port(Store.NEO4J));
            recovers();
            await().atMost(RECOVERY).until(() -> runsOnSchedule() > 1);

            late.fallSilent();
            refuses();
            refuses();
            notReady();

            late.leadTo(stores.port(Store.NEO4J));
            recovers();
        }
    }

    private static long runsOnSchedule() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.admin(UUID.randomUUID()))
                .get("/graph/jobs")
                .jsonPath()
                .getList("items.state")
                .stream()
                .filter("done"::equals)
                .count();
    }

    private static void recovers() {
        await().atMost(RECOVERY).until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        await().atMost(RECOVERY).until(() -> friends() == 200);
    }

    private static void notReady() {
        RestAssured.get("/q/health/ready").then().statusCode(503).time(lessThan(3000L));
    }

    private static void refuses() {
        RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/friends")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"))
                .time(lessThan(3000L));
    }

    private static int friends() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/friends")
                .statusCode();
    }
}
