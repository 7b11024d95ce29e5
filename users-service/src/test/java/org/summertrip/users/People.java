package org.summertrip.users;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** Makes accounts as people do: by signing up and logging in. */
public final class People {
    public static final String PASSWORD = "correct horse battery staple";

    private People() {}

    /** Somebody new with a name of their own, logged in. */
    public static Person anybody() {
        return named("Test", "Person");
    }

    public static Person named(String firstName, String lastName) {
        String email = "p" + UUID.randomUUID() + "@example.org";
        String id = given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD, "firstName", firstName, "lastName", lastName))
                .post("/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(UUID.fromString(id), email, token(email));
    }

    public static String token(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    /** An account and its access token. */
    public record Person(UUID id, String email, String token) {
        /** A request made by this person. */
        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + token);
        }

        /** A request with a JSON body made by this person. */
        public RequestSpecification sends(Object body) {
            return asks().contentType(ContentType.JSON).body(body);
        }
    }
}
