package org.summertrip.e2e;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Somebody who uses the app. */
record Traveller(String id, String email, String token) {
    static final String PASSWORD = "window seat, please";

    static Traveller signUp(String firstName) {
        String email = firstName.toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID() + "@example.org";
        String id = json().body(Map.of("email", email, "password", PASSWORD, "firstName", firstName))
                .post("/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = json().body(Map.of("email", email, "password", PASSWORD))
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return new Traveller(id, email, token);
    }

    /** The same through a door, for many at once. */
    static Traveller signUp(Door door, String firstName) {
        String email = firstName.toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID() + "@example.org";
        String id = door.post(null, "/users", Map.of("email", email, "password", PASSWORD, "firstName", firstName))
                .mustBe(201)
                .id();
        return new Traveller(id, email, signIn(door, email).path("accessToken").asText());
    }

    /** What signing in once more answers. */
    static JsonNode signIn(Door door, String email) {
        return door.post(null, "/auth/login", Map.of("email", email, "password", PASSWORD))
                .mustBe(200)
                .json();
    }

    static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token);
    }

    Response gets(String path) {
        return asks().get(path);
    }

    Response posts(String path, Map<String, ?> body) {
        return asks().contentType(ContentType.JSON).body(body).post(path);
    }
}
