package org.summertrip.e2e;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.summertrip.local.Suite;

/** What people do, from the outside: through the gateway, over all services and stores. */
@ExtendWith(RunningSuite.class)
class JourneyIT {
    private static final String PHOTO = "Praça do Comércio 🌞.jpg";

    @Test
    void friendsPlanATrip(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller ben = Traveller.signUp("Ben");
        Traveller eve = Traveller.signUp("Eve");

        becomeFriends(ana, ben);
        String trip = ana.posts("/groups", Map.of("name", "Lisbon in September", "destination", "Lisbon"))
                .then()
                .statusCode(201)
                .body("myRole", equalTo("owner"))
                .extract()
                .path("id");
        ben.asks().post("/groups/" + trip + "/join").then().statusCode(201);
        ben.gets("/groups/" + trip + "/members")
                .then()
                .statusCode(200)
                .body("items.userId", contains(ana.id(), ben.id()));
        talk(trip, ana, ben, eve);
        share(trip, ana, ben, eve);
    }

    private static void becomeFriends(Traveller ana, Traveller ben) {
        soon().untilAsserted(() -> ana.posts("/friends/requests", Map.of("userId", ben.id()))
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201)));
        ben.gets("/friends/requests").then().statusCode(200).body("items.user.id", contains(ana.id()));
        ben.asks().post("/friends/requests/" + ana.id() + "/accept").then().statusCode(200);
        ana.gets("/friends")
                .then()
                .body("items.user.id", contains(ben.id()))
                .body("items.user.firstName", contains("Ben"));
        ben.gets("/friends").then().body("items.user.id", contains(ana.id()));
        soon().untilAsserted(() ->
                ana.gets("/notifications/me").then().statusCode(200).body("items.type", hasItem("FRIEND_ACCEPTED")));
    }

    private static void talk(String trip, Traveller ana, Traveller ben, Traveller eve) {
        soon().untilAsserted(() -> ana.posts("/messages", Map.of("conversationId", trip, "content", "Olá!"))
                .then()
                .statusCode(201));
        soon().untilAsserted(
                        () -> ben.posts("/messages", Map.of("conversationId", trip, "content", "I bring the map 🗺"))
                                .then()
                                .statusCode(201));
        ben.gets("/messages/" + trip)
                .then()
                .statusCode(200)
                .body("items.content", hasItems("I bring the map 🗺", "Olá!"))
                .body("items[0].senderId", equalTo(ben.id()));
        eve.gets("/messages/" + trip).then().statusCode(404);
        eve.posts("/messages", Map.of("conversationId", trip, "content", "let me in"))
                .then()
                .statusCode(404);
    }

    private static void share(String trip, Traveller ana, Traveller ben, Traveller eve) {
        byte[] photo = new byte[3_000_000];
        new Random(1).nextBytes(photo);
        Response[] uploaded = new Response[1];
        soon().untilAsserted(() -> {
            uploaded[0] = ana.asks()
                    .contentType("multipart/form-data; boundary=" + FilePart.BOUNDARY)
                    .body(FilePart.of(PHOTO, "image/jpeg", photo))
                    .queryParam("groupId", trip)
                    .post("/storage/upload");
            uploaded[0]
                    .then()
                    .statusCode(201)
                    .body("filename", equalTo(PHOTO))
                    .body("size", equalTo(photo.length))
                    .body("sha256", notNullValue());
        });
        String id = uploaded[0].path("id");
        assertArrayEquals(
                photo,
                ana.gets("/storage/download/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        assertArrayEquals(
                photo,
                ana.asks()
                        .get("/storage/download/{name}", PHOTO)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
        soon().untilAsserted(() -> ben.gets("/storage/download/" + id).then().statusCode(200));
        ben.asks()
                .header("Range", "bytes=0-9")
                .get("/storage/download/" + id)
                .then()
                .statusCode(206);
        eve.gets("/storage/download/" + id).then().statusCode(404);
    }

    @Test
    void notificationsAreMadeByAdminsAndReadByTheirOwners(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        Traveller eve = Traveller.signUp("Eve");
        Map<String, String> body = Map.of("userId", ana.id(), "type", "NEWS", "message", "The map is here");
        ana.posts("/notifications", body).then().statusCode(403);
        admin(suite).posts("/notifications", body).then().statusCode(201).body("state", equalTo("UNSEEN"));
        ana.gets("/notifications/" + ana.id()).then().statusCode(200).body("items.message", hasItem("The map is here"));
        eve.gets("/notifications/" + ana.id()).then().statusCode(404);
    }

    @Test
    void everyPartSaysNoInTheSameWay(Suite suite) {
        Traveller ana = Traveller.signUp("Ana");
        for (String path : List.of(
                "/users/me", "/groups", "/messages/x", "/notifications/me", "/friends", "/storage/download/x")) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unauthenticated"));
            given().header("Authorization", "Bearer nonsense").get(path).then().statusCode(401);
        }
        for (String path : List.of("/nothing/here", "/q/metrics", "/internal/users", "/users/me/nothing")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json");
            ana.gets(path).then().statusCode(404).body("traceId", notNullValue());
        }
        for (String path : List.of("/users/7", "/groups/7", "/messages/7")) {
            ana.gets(path).then().statusCode(400).body("violations.in", everyItem(equalTo("path")));
        }
        ana.gets("/messages/" + UUID.randomUUID()).then().statusCode(404);
        ana.posts("/messages", Map.of("conversationId", "x", "content", "", "senderId", ana.id()))
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("conversationId", "content", "senderId"));
        ana.posts("/friends/requests", Map.of("userId", ana.id())).then().statusCode(400);
        ana.asks()
                .contentType(ContentType.JSON)
                .body("{")
                .post("/groups")
                .then()
                .statusCode(400);
        ana.asks()
                .contentType(ContentType.JSON)
                .body("x".repeat(2_000_000))
                .post("/groups")
                .then()
                .statusCode(413);
    }

    @Test
    void theDocumentationIsWholeAndPublic() {
        given().get("/api/openapi.json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/users"))
                .body("paths", hasKey("/messages/{conversationId}"))
                .body("paths", hasKey("/friends/requests"))
                .body("paths", hasKey("/storage/upload"));
        given().redirects().follow(true).get("/api/docs").then().statusCode(200).body(containsString("swagger"));
        given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static Traveller admin(Suite suite) {
        String token = Traveller.json()
                .body(Map.of(
                        "email",
                        suite.admin().email(),
                        "password",
                        suite.admin().password()))
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return new Traveller("admin", suite.admin().email(), token);
    }

    /** Facts reach the other services within moments, not at once. */
    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100));
    }
}
