package org.summertrip.messaging.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.messaging.World;

@QuarkusTest
class NotificationStateTest {
    @Inject
    World world;

    private UUID ana;

    @BeforeEach
    void somebody() {
        World.awaitReady();
        ana = world.id();
    }

    @ParameterizedTest
    @CsvSource({
        "UNSEEN,SEEN,200", "UNSEEN,CLICKED,200", "UNSEEN,DELETED,200", "SEEN,CLICKED,200", "SEEN,DELETED,200",
        "CLICKED,DELETED,200", "UNSEEN,UNSEEN,200", "SEEN,SEEN,200", "CLICKED,CLICKED,200", "DELETED,DELETED,200",
        "SEEN,UNSEEN,409", "CLICKED,UNSEEN,409", "CLICKED,SEEN,409", "DELETED,UNSEEN,409", "DELETED,SEEN,409",
        "DELETED,CLICKED,409"
    })
    void goesForwardOnly(String from, String to, int status) {
        UUID id = tell();
        advance(ana, id, from).statusCode(200);

        ValidatableResponse answer = advance(ana, id, to).statusCode(status);

        answer.body(status == 200 ? "state" : "code", equalTo(status == 200 ? to : "state-goes-back"));
        advance(ana, id, status == 200 ? to : from).statusCode(200);
    }

    @Test
    void takesAMergePatchAndHonoursIfMatch() {
        UUID id = tell();
        String unseen = advance(ana, id, "UNSEEN").extract().header("ETag");

        as(ana).contentType("application/merge-patch+json")
                .header("If-Match", unseen)
                .body("{\"state\":\"SEEN\"}")
                .patch("/notifications/" + ana + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("SEEN"));
        as(ana).header("If-Match", unseen)
                .body("{\"state\":\"CLICKED\"}")
                .patch("/notifications/me/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void isNobodyElsesBusiness() {
        UUID id = tell();
        UUID ben = world.id();

        advance(ben, id, "SEEN").statusCode(404);
        as(ben).body(Map.of("state", "SEEN"))
                .patch("/notifications/" + ana + "/" + id)
                .then()
                .statusCode(404);
        as(ben).body(Map.of("upTo", id))
                .post("/notifications/" + ana + "/seen")
                .then()
                .statusCode(404);
        advance(ana, world.id(), "SEEN").statusCode(404);
        assertEquals(1, unseen());
    }

    @Test
    void refusesWhatIsNoState() {
        UUID id = tell();

        advance(ana, id, "OLD").statusCode(400).body("violations.field", equalTo(List.of("state")));
        as(ana).body("{}").patch("/notifications/me/" + id).then().statusCode(400);
        as(ana).body("{\"state\":\"SEEN\"}")
                .patch("/notifications/me/nonsense")
                .then()
                .statusCode(400);
        as(ana).body("{}").post("/notifications/me/seen").then().statusCode(400);
    }

    @Test
    void marksAllUpToOne() {
        UUID clicked = tell();
        tell();
        UUID last = tell();
        tell();
        advance(ana, clicked, "CLICKED");

        as(ana).body(Map.of("upTo", last)).post("/notifications/me/seen").then().statusCode(204);

        assertEquals(1, unseen());
        assertEquals(
                List.of("UNSEEN", "SEEN", "SEEN", "CLICKED"),
                as(ana).get("/notifications/me").path("items.state"));
    }

    private int unseen() {
        return as(ana).get("/notifications/me").path("unseenCount");
    }

    private UUID tell() {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(Map.of("userId", ana, "type", "PLAN_READY", "message", "Ready"))
                .post("/notifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse advance(UUID caller, UUID id, String state) {
        return as(caller)
                .body(Map.of("state", state))
                .patch("/notifications/me/" + id)
                .then();
    }
}
