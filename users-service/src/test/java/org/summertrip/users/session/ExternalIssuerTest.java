package org.summertrip.users.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.users.OnStores;

/** Another issuer says who people are, by configuration alone. */
@QuarkusTest
@OnStores
@TestProfile(ExternalIssuerTest.SomebodyElse.class)
class ExternalIssuerTest {
    public static class SomebodyElse implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalIssuer.class));
        }
    }

    @BeforeEach
    void awaitReadiness() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void makesAnAccountOfWhomTheIssuerVouchesFor() {
        UUID id = UUID.randomUUID();
        String email = "p" + id + "@example.org";
        Map<String, ?> claims = Map.of(
                "email", email.toUpperCase(), "given_name", "Ana", "family_name", "Silva", "groups", List.of("user"));
        String token = LocalIssuer.token(LocalIssuer.NAME, id.toString(), claims);
        with(token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Early\"}")
                .post("/groups")
                .then()
                .statusCode(401);
        for (int repeat = 0; repeat < 2; repeat++) {
            with(token)
                    .get("/users/me")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id.toString()))
                    .body("email", equalTo(email))
                    .body("lastName", equalTo("Silva"));
        }
        with(token)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Theirs\"}")
                .post("/groups")
                .then()
                .statusCode(201);
        String namesake = LocalIssuer.token(LocalIssuer.NAME, UUID.randomUUID().toString(), Map.of("email", email));
        with(namesake).get("/users/me").then().statusCode(409).body("code", equalTo("email-taken"));
    }

    @Test
    void believesNobodyElse() {
        String id = UUID.randomUUID().toString();
        with(LocalIssuer.token("https://evil.example.org", id, Map.of()))
                .get("/users")
                .then()
                .statusCode(401);
        with(LocalIssuer.token(LocalIssuer.NAME, "not-a-uuid", Map.of()))
                .get("/users")
                .then()
                .statusCode(401);
        with(Tokens.user(UUID.randomUUID())).get("/users").then().statusCode(401);
        with(LocalIssuer.token(LocalIssuer.NAME, id, Map.of()))
                .get("/users")
                .then()
                .statusCode(200);
        with(LocalIssuer.token(LocalIssuer.NAME, id, Map.of()))
                .get("/users/me")
                .then()
                .statusCode(403);
    }

    @Test
    void keepsNoPasswordsOfItsOwn() {
        Map<String, String> body = Map.of("email", "a@example.org", "password", "long enough");
        for (String path : List.of("/users", "/auth/login")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("external-issuer"));
        }
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
