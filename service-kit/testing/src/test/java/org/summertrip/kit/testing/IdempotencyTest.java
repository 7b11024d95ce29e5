package org.summertrip.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRedis
class IdempotencyTest {
    private final UUID caller = UUID.randomUUID();

    @Test
    void runsOneOfManyParallelAttempts() {
        String key = UUID.randomUUID().toString();
        List<Response> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> make(caller, key, "pen"))
                .toList();
        List<Integer> numbers = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<Integer>path("number"))
                .distinct()
                .toList();
        assertEquals(1, numbers.size());
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409));
        make(caller, key, "pen")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("Location", org.hamcrest.Matchers.endsWith("/things/" + numbers.get(0)))
                .body("number", equalTo(numbers.get(0)));
    }

    @Test
    void refusesTheKeyForAnotherBodyAndNotForAnotherCaller() {
        String key = "näme with blanks / and more " + UUID.randomUUID();
        make(caller, key, "pen").then().statusCode(201);
        make(caller, key, "ink").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        make(UUID.randomUUID(), key, "ink").then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void letsAFailedAttemptBeRepeated() {
        String key = UUID.randomUUID().toString();
        make(caller, key, "boom").then().statusCode(500);
        make(caller, key, "boom").then().statusCode(500).body("code", equalTo("internal"));
        make(caller, key, "pen").then().statusCode(201);
    }

    @Test
    void remembersNothingOfAnInvalidAttempt() {
        String key = UUID.randomUUID().toString();
        make(caller, key, "far too long").then().statusCode(400);
        make(caller, key, "pen").then().statusCode(201);
    }

    private static Response make(UUID caller, String key, String name) {
        return given().header("Authorization", "Bearer " + Tokens.user(caller))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/things");
    }
}
