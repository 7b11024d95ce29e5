package org.summertrip.users;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

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

    /** Several new people at once: their passwords are hashed side by side. */
    public static List<Person> crowd(int size) {
        return IntStream.range(0, size).parallel().mapToObj(i -> anybody()).toList();
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

        /** Starts a group and gives its path. */
        public String founds(Map<String, Object> group) {
            return "/groups/"
                    + sends(group)
                            .post("/groups")
                            .then()
                            .statusCode(201)
                            .extract()
                            .<String>path("id");
        }

        /** Joins an open group. */
        public Person joins(String group) {
            asks().post(group + "/join").then().statusCode(201);
            return this;
        }

        /** A request with a JSON body made by this person. */
        public RequestSpecification sends(Object body) {
            return asks().contentType(ContentType.JSON).body(body);
        }
    }
}
