package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.users.OnStores;

@QuarkusTest
@OnStores
class TokenResourceTest {
    private static final String SECRET = "only the tests know this secret: 0123456789";

    @Test
    void givesAServiceItsToken() {
        String token = form("client_credentials", "test-client", SECRET)
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("accessToken", notNullValue())
                .extract()
                .path("access_token");
        given().header("Authorization", "Bearer " + token)
                .get("/internal/snapshot")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + token)
                .get("/users/me")
                .then()
                .statusCode(401);
    }

    @Test
    void takesTheClientInAHeaderAndTheRequestAsJson() {
        given().auth()
                .preemptive()
                .basic("test-client", java.net.URLEncoder.encode(SECRET, java.nio.charset.StandardCharsets.UTF_8))
                .contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .post("/auth/token")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("grantType", "client_credentials", "clientId", "test-client", "clientSecret", SECRET))
                .post("/auth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesOtherGrantsAndWrongSecrets() {
        form("password", "test-client", SECRET).statusCode(400).body("violations.field", hasItem("grant_type"));
        form("client_credentials", "", "").statusCode(400);
        form("client_credentials", "test-client", "wrong")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-client"));
        String nobody = "nobody-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            form("client_credentials", nobody, "").statusCode(400);
            form("client_credentials", nobody, "wrong").statusCode(401);
        }
        form("client_credentials", nobody, "wrong").statusCode(429);
    }

    private static ValidatableResponse form(String grant, String client, String secret) {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", grant)
                .formParam("client_id", client)
                .formParam("client_secret", secret)
                .post("/auth/token")
                .then();
    }
}
