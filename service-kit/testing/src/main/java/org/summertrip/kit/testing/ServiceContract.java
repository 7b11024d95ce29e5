package org.summertrip.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every service does alike, whatever it is about. Each service runs it against itself. */
public abstract class ServiceContract {
    private static final String PROBLEM = "application/problem+json";

    /** A path of this service that demands a token. */
    protected abstract String protectedPath();

    /** Where the health endpoints are: a management interface of its own has another port. */
    protected String readiness() {
        return "/q/health/ready";
    }

    @BeforeEach
    void awaitReadiness() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> given().get(readiness()).statusCode() == 200);
    }

    @Test
    void tellsThatItLivesAndIsReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void showsItsMetricsToPrometheus() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void answersAnUnknownPathWith404() {
        given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/no/such/path")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("not-found"))
                .body("type", equalTo("/problems/not-found"))
                .body("instance", equalTo("/no/such/path"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void asksForATokenFirst() {
        given().get(protectedPath())
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void refusesTokensThatAreNotGood() {
        UUID id = UUID.randomUUID();
        String[] bad = {
            "Bearer " + Tokens.expired(id),
            "Bearer " + Tokens.foreign(id),
            "Bearer " + Tokens.ofOtherIssuer(id),
            "Bearer " + Tokens.user(id) + "x",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
            "Bearer nonsense",
            "Bearer ",
            "Basic dXNlcjpwYXNz",
        };
        for (String header : bad) {
            given().header("Authorization", header)
                    .get(protectedPath())
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM)
                    .body("code", equalTo("unauthenticated"))
                    .body(not(containsString("Exception")));
        }
    }

    @Test
    void keepsTheRequestIdAndTheTraceOfItsCaller() {
        given().header("X-Request-Id", "my-request-1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get(protectedPath())
                .then()
                .header("X-Request-Id", equalTo("my-request-1"))
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
        given().get(protectedPath()).then().header("X-Request-Id", notNullValue());
    }
}
