package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Undisturbed;

/** The other tests hash cheaply; here the price is what it is about. */
@QuarkusTest
@OnStores
@TestProfile(Undisturbed.class)
class LoginStormTest {
    private static final int ROUNDS = 15;

    @BeforeEach
    void awaitReadiness() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void takesAsLongForAnUnknownUserAsForAWrongPassword() {
        List<Long> unknown = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        List<Person> people = People.crowd(ROUNDS);
        people.forEach(person -> logIn(person.email(), People.PASSWORD));
        for (Person person : people) {
            unknown.add(nanosOf("nobody-" + UUID.randomUUID() + "@example.org"));
            wrong.add(nanosOf(person.email()));
        }
        double ratio = (double) median(unknown) / median(wrong);
        // Without the hash of nobody's password it would be below 0.2; the tolerance is for a busy machine.
        assertTrue(ratio > 0.6 && ratio < 1.67, "unknown " + unknown + " wrong " + wrong);
    }

    @Test
    void refusesMoreLoginsThanItCanBearAndServesTheRestMeanwhile() throws Exception {
        Person ana = People.anybody();
        ExecutorService crowd = Executors.newFixedThreadPool(150);
        try {
            List<Future<Response>> storm = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                storm.add(crowd.submit(() -> logIn("nobody-" + UUID.randomUUID() + "@example.org", "wrong password")));
            }
            List<Long> times = new ArrayList<>();
            while (storm.stream().anyMatch(login -> !login.isDone())) {
                times.add(ana.asks()
                        .get("/users/me")
                        .then()
                        .statusCode(200)
                        .extract()
                        .time());
            }
            long p95 = times.stream()
                    .sorted()
                    .skip(times.size() * 95L / 100)
                    .findFirst()
                    .orElseThrow();
            assertTrue(p95 < 1500, "GET /users/me took " + p95 + " ms at the 95th percentile of " + times.size());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> login : storm) {
                Response answer = login.get();
                statuses.add(answer.statusCode());
                assertTrue(answer.statusCode() != 503 || answer.header("Retry-After") != null);
            }
            assertEquals(
                    List.of(401, 503), statuses.stream().distinct().sorted().toList());
        } finally {
            crowd.shutdownNow();
        }
    }

    private static long nanosOf(String email) {
        long start = System.nanoTime();
        assertEquals(401, logIn(email, "wrong password").statusCode());
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static Response logIn(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/auth/login");
    }
}
