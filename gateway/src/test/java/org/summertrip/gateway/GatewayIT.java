package org.summertrip.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** The packaged gateway with the contracts that are really served; behind it stand-ins. */
@QuarkusIntegrationTest
@WithTestResource(StoresResource.class)
@WithTestResource(
        value = StandIns.class,
        initArgs = {
            @ResourceArg(name = "services", value = "users-service,messaging-service,graph-service,files-service"),
            @ResourceArg(name = "packaged", value = "true")
        })
class GatewayIT {
    StandIns standIns;

    @Test
    void isTheDoorToTheWholeSuite() {
        given().contentType("application/json")
                .body("{\"email\":\"ana@example.org\",\"password\":\"window seat, please\"}")
                .post("/users")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/users"));
        given().get("/users/me").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .get("/friends?limit=5")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/friends?limit=5"));
        given().get("/internal/export").then().statusCode(404);
        given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/api/openapi.json").then().statusCode(200).body("paths", hasKey("/users/me"));
        given().get("/api/docs/").then().statusCode(200);
        given().port(standIns.managementPort()).get("/q/health/ready").then().statusCode(200);
        given().port(standIns.managementPort()).get("/q/metrics").then().statusCode(200);
    }

    @Test
    void believesTheProxiesItIsToldToTrust() {
        given().header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "trips.example")
                .header("Forwarded", "for=203.0.113.9")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", equalTo("203.0.113.9, 127.0.0.1"))
                .body("headers.x-forwarded-proto", equalTo("https"))
                .body("headers.x-forwarded-host", equalTo("trips.example"))
                .body("headers.forwarded", nullValue());
    }
}
