package org.summertrip.e2e;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summertrip.local.Suite;

/** From an idea to a shared plan, and what becomes of a trip when somebody leaves for good. */
@ExtendWith(RunningSuite.class)
class TripIT {
    @Test
    void ideasAreVotedIntoAPlanThatEveryoneHearsOf(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        String trip = closedTrip(ana);
        admit(ana, ben, trip);

        String tram = ana.posts(
                        "/groups/" + trip + "/activities",
                        Map.of("type", "sightseeing", "title", "Tram 28", "durationMinutes", 90))
                .then()
                .statusCode(201)
                .body("likes", equalTo(0))
                .extract()
                .path("id");
        ben.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("value", "like"))
                .put("/activities/" + tram + "/vote")
                .then()
                .statusCode(204);
        ben.posts("/groups/" + trip + "/plan", Map.of("from", "2027-06-01", "to", "2027-06-03"))
                .then()
                .statusCode(200)
                .body("items.activityId", contains(tram));

        ana.gets("/groups/" + trip + "/plan").then().statusCode(200).body("items[0].title", equalTo("Tram 28"));
        JourneyIT.soon()
                .untilAsserted(() -> ana.gets("/notifications/me")
                        .then()
                        .body("items.type", hasItem("JOIN_REQUEST"))
                        .body("items.type", hasItem("PLAN_READY")));
        JourneyIT.soon()
                .untilAsserted(() -> ben.gets("/notifications/me").then().body("items.type", hasItem("NEW_ACTIVITY")));
    }

    @Test
    void whoLeavesForGoodIsForgottenEverywhere(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        String trip = closedTrip(ana);
        admit(ana, ben, trip);
        JourneyIT.soon()
                .untilAsserted(() -> ana.posts("/messages", Map.of("conversationId", trip, "content", "My last words"))
                        .then()
                        .statusCode(201));
        String file = ana.asks()
                .contentType("multipart/form-data; boundary=" + FilePart.BOUNDARY)
                .body(FilePart.of("farewell.txt", "text/plain", "bye".getBytes()))
                .post("/storage/upload")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ana.gets("/users/me/export")
                .then()
                .statusCode(200)
                .body("users", org.hamcrest.Matchers.notNullValue())
                .body("messaging", org.hamcrest.Matchers.notNullValue())
                .body("graph", org.hamcrest.Matchers.notNullValue())
                .body("files", org.hamcrest.Matchers.notNullValue());

        ana.asks().delete("/users/me").then().statusCode(202);

        ben.gets("/users/" + ana.id()).then().statusCode(404);
        Traveller.json()
                .body(Map.of("email", ana.email(), "password", Traveller.PASSWORD))
                .post("/auth/login")
                .then()
                .statusCode(401);
        ben.gets("/groups/" + trip).then().statusCode(200).body("myRole", equalTo("owner"));
        JourneyIT.soon()
                .untilAsserted(() -> ben.gets("/messages/" + trip)
                        .then()
                        .statusCode(200)
                        .body("items[0].senderId", nullValue())
                        .body("items[0].deleted", equalTo(true)));
        JourneyIT.soon()
                .untilAsserted(() ->
                        ana.gets("/storage/download/" + file).then().statusCode(org.hamcrest.Matchers.oneOf(401, 404)));
        JourneyIT.soon()
                .untilAsserted(() -> ben.posts("/friends/requests", Map.of("userId", ana.id()))
                        .then()
                        .statusCode(404));
    }

    private static String closedTrip(Traveller owner) {
        return owner.posts("/groups", Map.of("name", "Lisbon", "visibility", "closed", "timeZone", "Europe/Lisbon"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void admit(Traveller owner, Traveller guest, String trip) {
        guest.gets("/groups/" + trip + "/members").then().statusCode(403);
        guest.asks().post("/groups/" + trip + "/join").then().statusCode(202).body("state", equalTo("requested"));
        owner.gets("/groups/" + trip + "/requests").then().statusCode(200).body("items.userId", contains(guest.id()));
        owner.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "member"))
                .put("/groups/" + trip + "/members/" + guest.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
    }
}
