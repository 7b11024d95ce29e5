package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;
import org.summertrip.users.People;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class AuthResourceTest {
    @Test
    void logsInWithWhateverCaseOfTheEmail() {
        Person ana = People.anybody();
        logIn(ana.email().toUpperCase(), People.PASSWORD)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900))
                .body("refreshToken", notNullValue())
                .body("user.id", equalTo(ana.id().toString()))
                .body("user.email", equalTo(ana.email()));
    }

    @Test
    void saysTheSameOfAnUnknownUserAndAWrongPassword() {
        Person ana = People.anybody();
        for (String email : List.of(ana.email(), "nobody-" + UUID.randomUUID() + "@example.org")) {
            logIn(email, "not the password")
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("wrong-credentials"))
                    .body("detail", equalTo(null));
        }
    }

    @Test
    void locksAnAccountAfterFiveFailuresEvenForTheRightPassword() {
        Person ana = People.anybody();
        String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        for (int i = 0; i < 5; i++) {
            logIn(ana.email(), "wrong " + i).statusCode(401);
            logIn(nobody, "wrong " + i).statusCode(401);
        }
        logIn(ana.email(), People.PASSWORD)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too-many-requests"));
        logIn(nobody, People.PASSWORD).statusCode(429);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        Person ana = People.anybody();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                logIn(ana.email(), "wrong").statusCode(401);
            }
            logIn(ana.email(), People.PASSWORD).statusCode(200);
        }
    }

    @Test
    void spendsARefreshTokenForANewPair() {
        Person ana = People.anybody();
        String first = logIn(ana.email(), People.PASSWORD).extract().path("refreshToken");
        String second = refresh(first)
                .statusCode(200)
                .body("user.id", equalTo(ana.id().toString()))
                .extract()
                .path("refreshToken");
        String access = refresh(second).statusCode(200).extract().path("accessToken");
        given().header("Authorization", "Bearer " + access)
                .get("/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void endsTheWholeSessionWhenASpentTokenComesBack() {
        Person ana = People.anybody();
        String first = logIn(ana.email(), People.PASSWORD).extract().path("refreshToken");
        String second = refresh(first).extract().path("refreshToken");
        refresh(first).statusCode(401).body("code", equalTo("session-ended"));
        refresh(second).statusCode(401);
    }

    @Test
    void letsOneOfManyParallelRefreshesWinAtMost() {
        Person ana = People.anybody();
        String token = logIn(ana.email(), People.PASSWORD).extract().path("refreshToken");
        long won = IntStream.range(0, 8)
                .parallel()
                .map(i -> refresh(token).extract().statusCode())
                .filter(status -> status == 200)
                .count();
        assertEquals(1, won);
    }

    @Test
    void refusesTokensThatNeverWere() {
        Person ana = People.anybody();
        String good = logIn(ana.email(), People.PASSWORD).extract().path("refreshToken");
        String forged = good.substring(0, good.indexOf('.')) + ".forged";
        for (String bad : List.of("", "x", UUID.randomUUID() + ".x", forged)) {
            refresh(bad).statusCode(401);
        }
        // Somebody who merely knows a session's id must not be able to end it.
        refresh(good).statusCode(200);
    }

    @Test
    void logsOut() {
        Person ana = People.anybody();
        var signedIn = logIn(ana.email(), People.PASSWORD).extract().jsonPath();
        given().header("Authorization", "Bearer " + signedIn.getString("accessToken"))
                .post("/auth/logout")
                .then()
                .statusCode(204);
        refresh(signedIn.getString("refreshToken")).statusCode(401);
    }

    @Test
    void publishesPublicKeysOnly() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("keys.kty", contains("EC"))
                .body("keys[0]", hasKey("kid"))
                .body("keys[0]", not(hasKey("d")));
    }

    @Test
    void validatesWhatItIsGiven() {
        given().contentType(ContentType.JSON)
                .body("{\"mail\":\"x\"}")
                .post("/auth/login")
                .then()
                .statusCode(400)
                .body("violations.field", org.hamcrest.Matchers.containsInAnyOrder("mail", "email", "password"));
    }

    @Test
    void takesAnonymousPathsWithABadTokenToo() {
        given().header("Authorization", "Bearer " + Tokens.expired(UUID.randomUUID()))
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse logIn(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/auth/login")
                .then();
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/auth/refresh")
                .then();
    }
}
