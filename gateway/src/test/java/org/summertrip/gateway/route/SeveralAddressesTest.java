package org.summertrip.gateway.route;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.StandIn;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** A service that runs more than once, and its replicas that come and go. */
@QuarkusTest
@TestProfile(SeveralAddressesTest.Quick.class)
@WithTestResource(StoresResource.class)
@WithTestResource(value = StandIns.class, initArgs = @ResourceArg(name = "replicas", value = "2"))
class SeveralAddressesTest {
    public static class Quick implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.breaker.failures", "3",
                    "gateway.breaker.probe-interval", "200ms",
                    "gateway.proxy.first-byte-timeout", "5s",
                    "gateway.proxy.first-byte-timeouts.\"/things/mine\"", "300ms");
        }
    }

    private static final String BEARER = "Bearer " + Tokens.user(UUID.randomUUID());

    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();

    StandIns standIns;

    @BeforeEach
    void count() {
        standIns.reset();
        standIns.of("alpha-service").answers(request -> answer(request, first));
        standIns.of("alpha-service-2").answers(request -> answer(request, second));
        // An address that an earlier test had left out is used again soon.
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            get();
            return first.get() > 0 && second.get() > 0;
        });
    }

    @Test
    void shareTheRequests() {
        first.set(0);
        second.set(0);

        IntStream.range(0, 20).forEach(i -> assertEquals(200, get()));

        assertEquals(10, first.get());
        assertEquals(10, second.get());
    }

    @Test
    void loseNoRequestWhenOneDies() {
        standIns.of("alpha-service").kill();
        try {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, get());
                given().header("Authorization", BEARER)
                        .body("x".repeat(10_000))
                        .post("/things")
                        .then()
                        .statusCode(200)
                        .body(equalTo("10000"));
            }
        } finally {
            standIns.of("alpha-service").start();
        }
    }

    @Test
    void getNoMoreRequestsWhileTheyHangAndAgainWhenTheyAnswer() {
        AtomicInteger hanging = new AtomicInteger();
        standIns.of("alpha-service").answers(request -> hanging.incrementAndGet());
        // The probe would find that it answers questions about its health.
        standIns.of("alpha-service").answersReadiness(request -> {});

        await().atMost(Duration.ofSeconds(20))
                .until(() -> IntStream.range(0, 10).allMatch(i -> mine() == 200));
        assertEquals(3, hanging.get());

        standIns.of("alpha-service").reset();
        standIns.of("alpha-service").answers(request -> answer(request, first));
        first.set(0);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            get();
            return first.get() > 0;
        });
    }

    @Test
    void answerNothingTwice() {
        AtomicInteger begun = new AtomicInteger();
        for (StandIn standIn : new StandIn[] {standIns.of("alpha-service"), standIns.of("alpha-service-2")}) {
            standIn.answers(request -> {
                begun.incrementAndGet();
                request.connection().close();
            });
        }

        given().header("Authorization", BEARER).body("x").post("/things").then().statusCode(503);

        // What was sent may have been done: only the client knows whether it may be done again.
        assertEquals(1, begun.get());
    }

    @Test
    void failFastWhenAllAreLeftOut() {
        standIns.of("alpha-service").kill();
        standIns.of("alpha-service-2").kill();
        try {
            IntStream.range(0, 10).forEach(i -> assertEquals(503, get()));
            long begin = System.nanoTime();
            assertEquals(503, get());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).toMillis() < 500);
        } finally {
            standIns.of("alpha-service").start();
            standIns.of("alpha-service-2").start();
        }
    }

    @Test
    void areDegradedInHealthWhenOneIsDown() {
        standIns.of("beta-service-2").kill();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> given().get("/health")
                            .path("services.beta-service.status")
                            .equals("DEGRADED"));
        } finally {
            standIns.of("beta-service-2").start();
        }
    }

    private static void answer(io.vertx.core.http.HttpServerRequest request, AtomicInteger count) {
        count.incrementAndGet();
        request.body().onSuccess(body -> request.response().end(Integer.toString(body.length())));
    }

    private static int get() {
        return given().header("Authorization", BEARER).get("/things").statusCode();
    }

    private static int mine() {
        return given().header("Authorization", BEARER).get("/things/mine").statusCode();
    }
}
