package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** The packaged service, once through: what tests inside of it cannot see is whether everything got into the package. */
@QuarkusIntegrationTest
class MessagingServiceIT {
    @Test
    void tellsAndShowsAndMarks() {
        World.awaitReady();
        UUID ana = UUID.randomUUID();

        String id = given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "once")
                .body(Map.of("userId", ana, "type", "PLAN_READY", "message", "Ready"))
                .post("/notifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(ana).get("/notifications/me")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("unseenCount", equalTo(1));
        as(ana).body(Map.of("state", "CLICKED"))
                .patch("/notifications/me/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLICKED"));
        as(ana).get("/messages/" + UUID.randomUUID()).then().statusCode(404);
        as(ana).body(Map.of("userIds", java.util.List.of(UUID.randomUUID())))
                .post("/conversations")
                .then()
                .statusCode(404);
    }
}
