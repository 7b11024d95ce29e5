package org.summertrip.e2e;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summertrip.local.Suite;

/** What is killed takes down only what needs it, and nothing that was acknowledged is lost. */
@ExtendWith(RunningSuite.class)
class OutageIT {
    @Test
    void aKilledServiceTakesDownOnlyItsPart(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        JourneyIT.soon().untilAsserted(() -> ana.gets("/friends").then().statusCode(200));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("messaging-service", "/notifications/me");
        parts.put("graph-service", "/friends");
        parts.put("files-service", "/storage/download/nothing.jpg");
        parts.put("users-service", "/users/me");
        for (String killed : parts.keySet()) {
            suite.kill(killed);
            parts.forEach((service, path) -> {
                if (service.equals(killed)) {
                    ana.gets(path)
                            .then()
                            .statusCode(503)
                            .contentType("application/problem+json")
                            .header("Retry-After", notNullValue())
                            .body("code", equalTo("upstream-unavailable"))
                            .time(lessThan(3000L));
                } else {
                    ana.gets(path).then().statusCode(oneOf(200, 404));
                }
            });
            JourneyIT.soon()
                    .untilAsserted(
                            () -> given().get("/health").then().statusCode(200).body("status", equalTo("DEGRADED")));
            suite.restart(killed);
            JourneyIT.soon()
                    .untilAsserted(() -> ana.gets(parts.get(killed)).then().statusCode(oneOf(200, 404)));
            JourneyIT.soon().untilAsserted(() -> given().get("/health").then().body("status", equalTo("UP")));
        }
    }

    @Test
    void aUserIsKnownEverywhereThoughItsServiceDiedBeforeTellingAnybody(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        suite.restart("users-service", Map.of("SUMMER_TRIP_EVENTS_RELAY", "false"));
        Traveller ben = Traveller.signUp("Ben");
        suite.kill("users-service");
        ana.posts("/friends/requests", Map.of("userId", ben.id())).then().statusCode(404);
        suite.restart("users-service");
        JourneyIT.soon()
                .untilAsserted(() -> ana.posts("/friends/requests", Map.of("userId", ben.id()))
                        .then()
                        .statusCode(201));
    }
}
