package org.summertrip.gateway.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIn;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;

@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class HealthTest {
    StandIns standIns;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void reset() {
        standIns.reset();
        becomes("UP");
    }

    @Test
    void isUpWhenEverythingIs() {
        health().statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("status", equalTo("UP"))
                .body("services.alpha-service.status", equalTo("UP"))
                .body("services.alpha-service.stores.store", equalTo("UP"))
                .body("services.beta-service.status", equalTo("UP"))
                .body(not(containsString("secret")));
    }

    @Test
    void isDegradedWhenAStoreIsDown() {
        standIns.alpha().answersReadiness(request -> StandIn.readiness(request, 503, "DOWN", "DOWN"));

        becomes("DEGRADED");

        health().statusCode(200)
                .body("services.alpha-service.status", equalTo("DOWN"))
                .body("services.alpha-service.stores.store", equalTo("DOWN"))
                .body("services.beta-service.status", equalTo("UP"));
    }

    @Test
    void isDegradedWhenAServiceIsReadyButNotWell() {
        standIns.alpha().answersWellness("DOWN");

        becomes("DEGRADED");

        health().statusCode(200)
                .body("services.alpha-service.status", equalTo("DEGRADED"))
                .body("services.alpha-service.stores.store", equalTo("UP"))
                .body("services.alpha-service.stores.redis", equalTo("DOWN"));
    }

    @Test
    void isDegradedWhenAServiceIsDead() {
        standIns.alpha().kill();
        try {
            becomes("DEGRADED");

            health().statusCode(200)
                    .body("services.alpha-service.status", equalTo("DOWN"))
                    .body("services.alpha-service.stores", anEmptyMap());
        } finally {
            standIns.alpha().start();
        }
    }

    @Test
    void doesNotHangOnAServiceThatDoes() {
        standIns.beta().answersReadiness(request -> {});

        becomes("DEGRADED");
    }

    @Test
    void isDownWhenNothingWorks() {
        standIns.alpha().answersReadiness(request -> StandIn.readiness(request, 503, "DOWN", "DOWN"));
        standIns.beta()
                .answersReadiness(
                        request -> request.response().setStatusCode(500).end("<html>"));

        becomes("DOWN");

        health().statusCode(503).body("services.beta-service.status", equalTo("DOWN"));
    }

    @Test
    void staysReadyWhateverIsBehindIt() {
        standIns.alpha().answersReadiness(request -> StandIn.readiness(request, 503, "DOWN", "DOWN"));
        standIns.beta().answersReadiness(request -> StandIn.readiness(request, 503, "DOWN", "DOWN"));
        becomes("DOWN");

        given().port(management.getPort()).get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void asksTheServicesNoMoreOftenThanItRemembers() {
        AtomicInteger asked = new AtomicInteger();
        standIns.alpha().answersReadiness(request -> {
            asked.incrementAndGet();
            StandIn.readiness(request, 200, "UP", "UP");
        });
        long begin = System.nanoTime();
        int calls = 100;

        for (int i = 0; i < calls; i++) {
            health().statusCode(200);
        }

        long remembered = Duration.ofMillis(100).toNanos();
        long atMost = (System.nanoTime() - begin) / remembered + 2;
        assertTrue(asked.get() <= atMost, asked + " of " + calls);
        assertEquals(true, asked.get() < calls);
    }

    private static void becomes(String status) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> status.equals(health().extract().path("status")));
    }

    private static ValidatableResponse health() {
        return given().get("/health").then();
    }
}
