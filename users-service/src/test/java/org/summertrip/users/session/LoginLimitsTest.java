package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;
import org.summertrip.users.Together;

@QuarkusTest
@OnStores
class LoginLimitsTest {
    @Test
    void letsParallelGuessesThroughNoMoreThanOnesInTurn() {
        Person ana = People.anybody();
        Map<Integer, Long> statuses =
                Together.all(
                                30,
                                i -> logIn(given(), ana.email(), "guess " + i)
                                        .extract()
                                        .statusCode())
                        .stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(Map.of(401, 5L, 429, 25L), statuses);
    }

    @Test
    void locksNobodyOutWhoLogsInRightManyTimesAtOnce() {
        Person ana = People.anybody();
        Set<Integer> statuses = new TreeSet<>(Together.all(
                20, i -> logIn(given(), ana.email(), People.PASSWORD).extract().statusCode()));
        assertEquals(Set.of(200), statuses);
    }

    @Test
    void locksAnAddressThatTriesManyAccountsAndBelievesNoOtherThatItNames() {
        Person ana = People.anybody();
        // A provider gives everybody 2^64 of them, which are one here.
        String network = "2001:db8:%x:%x::".formatted(random(), random());
        List<Integer> statuses = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            statuses.addAll(Together.all(
                    10,
                    i -> logIn(from(network + i), nobody(), "guess").extract().statusCode()));
        }
        assertEquals(Collections.nCopies(50, 401), statuses);
        logIn(from(network + "9"), ana.email(), People.PASSWORD)
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, greaterThan(800));
        logIn(from("198.51.100.1, " + network + "9"), ana.email(), People.PASSWORD)
                .statusCode(429);
        logIn(from(network + "9, 198.51.100.1"), ana.email(), People.PASSWORD).statusCode(200);
        logIn(given(), ana.email(), People.PASSWORD).statusCode(200);
    }

    private static RequestSpecification from(String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor);
    }

    private static ValidatableResponse logIn(RequestSpecification request, String email, String password) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/auth/login")
                .then();
    }

    private static String nobody() {
        return "nobody-" + UUID.randomUUID() + "@example.org";
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(0x10000);
    }
}
