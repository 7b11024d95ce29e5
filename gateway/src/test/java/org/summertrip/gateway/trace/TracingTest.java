package org.summertrip.gateway.trace;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.Collector;
import org.summertrip.kit.testing.Collector.Span;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** What a collector learns once it is named. */
@QuarkusTest
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(StandIns.class)
@WithTestResource(Collector.class)
class TracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    StandIns standIns;

    Collector collector;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @Test
    void followsARequestThroughTheGatewayToTheService() {
        String[] sent = given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/things")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("headers.traceparent")
                .split("-");
        String traceId = sent[1];

        await().atMost(Duration.ofSeconds(10)).until(() -> named(traceId, "GET /things") != null);
        Span received = named(traceId, "GET /things");
        Span passedOn = collector.of(traceId).stream()
                .filter(span -> span.spanId().equals(sent[2]))
                .findFirst()
                .orElseThrow();
        assertEquals("", received.parentId());
        assertEquals(received.spanId(), passedOn.parentId());
        assertEquals("01", sent[3]);
    }

    @Test
    void continuesTheTraceOfTheCaller() {
        String[] sent = given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
                .get("/things/7")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("headers.traceparent")
                .split("-");

        assertEquals(TRACE, sent[1]);
        await().atMost(Duration.ofSeconds(10)).until(() -> named(TRACE, "GET /things/{id}") != null);
        assertEquals(CALLER, named(TRACE, "GET /things/{id}").parentId());
    }

    @Test
    void quotesTheRecordedTraceInProblems() {
        String traceId = given().get("/things").then().statusCode(401).extract().path("traceId");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> !collector.of(traceId).isEmpty());
    }

    @Test
    void recordsNothingThatTheCallerDoesNotWantRecorded() {
        String unwanted = "5bf92f3577b34da6a3ce929d0e0e4736";
        given().header("traceparent", "00-" + unwanted + "-" + CALLER + "-00").get("/things");
        String wanted = given().get("/things").then().extract().path("traceId");

        await().atMost(Duration.ofSeconds(10)).until(() -> !collector.of(wanted).isEmpty());
        assertEquals(List.of(), collector.of(unwanted));
    }

    private Span named(String traceId, String name) {
        return collector.of(traceId).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
