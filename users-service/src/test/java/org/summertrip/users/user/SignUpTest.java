package org.summertrip.users.user;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class SignUpTest {
    private static final String V7 = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String MILLIS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @Test
    void signsUpAndNeverShowsThePassword() {
        String email = email();
        signUp(Map.of("email", email.toUpperCase(), "password", People.PASSWORD, "firstName", "Ana"))
                .statusCode(201)
                .header("Location", matchesPattern(".*/users/" + V7))
                .header("ETag", notNullValue())
                .body("id", matchesPattern(V7))
                .body("email", equalTo(email))
                .body("firstName", equalTo("Ana"))
                .body("lastName", nullValue())
                .body("createdAt", matchesPattern(MILLIS))
                .body(not(containsString("assword")))
                .body(not(containsString(People.PASSWORD)));
    }

    @Test
    void rejectsSecondAccountWithSameEmailInWhateverCase() {
        Person first = People.anybody();
        signUp(Map.of("email", first.email().toUpperCase(), "password", People.PASSWORD))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("email-taken"));
    }

    @Test
    void makesOneAccountOfManySignUpsAtOnce() {
        Map<String, String> body = Map.of("email", email(), "password", People.PASSWORD);
        List<Integer> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> signUp(body).extract().statusCode())
                .sorted()
                .toList();
        assertEquals(201, statuses.get(0));
        assertTrue(statuses.stream().skip(1).allMatch(status -> status == 409), statuses.toString());
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        signUp(Map.of(
                        "email",
                        "nonsense",
                        "password",
                        "short",
                        "firstName",
                        "x".repeat(101),
                        "id",
                        "1",
                        "role",
                        "admin"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations.field", containsInAnyOrder("email", "password", "firstName", "id", "role"))
                .body("violations.in", hasItem("body"))
                .body("violations.find { it.field == 'role' }.message", equalTo("is not a known field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"email\":}",
                "{\"email\":\"a@b.cd\",\"password\":\"long enough\"} x",
                "{\"email\":5,\"password\":\"long enough\"}",
                "{\"email\":{\"a\":1},\"password\":[\"x\"]}"
            })
    void refusesBodiesThatAreNotWhatItTakes(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/users")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("traceId", notNullValue())
                .body(not(containsString("Exception")))
                .body(not(containsString("org.summertrip")));
    }

    @Test
    void refusesOtherMediaTypesAndBodiesThatAreTooLarge() {
        given().contentType("text/plain").body("hello").post("/users").then().statusCode(415);
        signUp(Map.of("email", email(), "password", "x".repeat(300_000)))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
    }

    @Test
    void replaysTheFirstAnswerToARepeatedAttempt() {
        Map<String, String> body = Map.of("email", email(), "password", People.PASSWORD);
        String id = attempt("key-" + body.get("email"), body)
                .statusCode(201)
                .extract()
                .path("id");
        attempt("key-" + body.get("email"), body)
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Location", containsString(id))
                .header("ETag", notNullValue())
                .body("id", equalTo(id));
        signUp(body).statusCode(409);
    }

    @Test
    void refusesAnOverlongIdempotencyKey() {
        attempt("k".repeat(129), Map.of("email", email(), "password", People.PASSWORD))
                .statusCode(400);
    }

    private static ValidatableResponse signUp(Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post("/users").then();
    }

    private static ValidatableResponse attempt(String key, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/users")
                .then();
    }

    private static String email() {
        return "u" + UUID.randomUUID() + "@example.org";
    }
}
