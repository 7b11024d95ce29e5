package org.summertrip.gateway.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.summertrip.gateway.StandIns;
import org.summertrip.gateway.Strict;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** What browsers are told. */
@QuarkusTest
@TestProfile(Strict.class)
@WithTestResource(value = StoresResource.class, initArgs = @ResourceArg(name = "stores", value = "REDIS"))
@WithTestResource(StandIns.class)
class BrowserTest {
    StandIns standIns;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @Test
    void answersThePreflightOfAKnownOriginWithoutAToken() {
        given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/things/mine")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("https://app.example"))
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
    }

    @Test
    void letsAKnownOriginReadAnswersAndRefusals() {
        given().header("Origin", "https://app.example")
                .header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/things")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://app.example"))
                .header("Access-Control-Expose-Headers", containsString("RateLimit"));
        given().header("Origin", "https://app.example")
                .get("/things")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("https://app.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "https://app.example.evil", "http://app.example", "null"})
    void saysNothingToOtherOrigins(String origin) {
        given().header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .options("/things")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open/keys", "/things", "/nobody", "/health", "/api/openapi.json"})
    void forbidsEveryUseThatAnAnswerIsNotMadeFor(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void keepsEncryptedClientsEncrypted() {
        given().header("X-Forwarded-Proto", "https")
                .get("/open/keys")
                .then()
                .header("Strict-Transport-Security", containsString("max-age="));
    }

    @Test
    void leavesTheServicesTheirWord() {
        standIns.alpha()
                .answers(request -> request.response()
                        .putHeader("Content-Security-Policy", "sandbox")
                        .end());

        given().get("/open/keys").then().header("Content-Security-Policy", equalTo("sandbox"));
    }

    @Test
    void letsTheDocumentationPageRunItsOwnScripts() {
        given().get("/api/docs/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("http")));
    }
}
