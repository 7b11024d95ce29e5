package org.summertrip.gateway.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;
import org.summertrip.kit.testing.Tokens;

/** Who gets through to what. A stand-in answers 200 to everything that reaches it. */
@QuarkusTest
@WithTestResource(StoresResource.class)
@WithTestResource(StandIns.class)
class AuthorizationTest {
    StandIns standIns;

    @BeforeEach
    void reset() {
        standIns.reset();
    }

    @ParameterizedTest(name = "{0} {1} is {2} {3} {4} {5} {6}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            METHOD  | PATH                | ANONYMOUS | EXPIRED | FOREIGN | USER | ADMIN
            GET     | /things             | 401       | 401     | 401     | 200  | 200
            POST    | /things             | 401       | 401     | 401     | 200  | 200
            HEAD    | /things             | 401       | 401     | 401     | 200  | 200
            GET     | /things/mine        | 401       | 401     | 401     | 200  | 200
            DELETE  | /things/7           | 401       | 401     | 401     | 200  | 200
            GET     | /things/mine/parts  | 401       | 401     | 401     | 200  | 200
            POST    | /open               | 200       | 200     | 200     | 200  | 200
            GET     | /open/keys          | 200       | 200     | 200     | 200  | 200
            HEAD    | /open/keys          | 200       | 200     | 200     | 200  | 200
            GET     | /open               | 401       | 401     | 401     | 405  | 405
            DELETE  | /things             | 401       | 401     | 401     | 405  | 405
            DELETE  | /things/mine        | 401       | 401     | 401     | 405  | 405
            OPTIONS | /things             | 401       | 401     | 401     | 405  | 405
            TRACE   | /things             | 401       | 401     | 401     | 405  | 405
            GET     | /nobody/serves/this | 404       | 404     | 404     | 404  | 404
            POST    | /nobody/serves/this | 404       | 404     | 404     | 404  | 404
            GET     | /things/            | 404       | 404     | 404     | 404  | 404
            GET     | /things/7/parts/8   | 404       | 404     | 404     | 404  | 404
            GET     | /Things             | 404       | 404     | 404     | 404  | 404
            GET     | /internal/export    | 404       | 404     | 404     | 404  | 404
            GET     | /internal           | 404       | 404     | 404     | 404  | 404
            GET     | /q                  | 404       | 404     | 404     | 404  | 404
            GET     | /q/secret           | 404       | 404     | 404     | 404  | 404
            GET     | /q/health           | 404       | 404     | 404     | 404  | 404
            GET     | /q/health/ready     | 404       | 404     | 404     | 404  | 404
            GET     | /q/metrics          | 404       | 404     | 404     | 404  | 404
            GET     | /q/openapi          | 404       | 404     | 404     | 404  | 404
            GET     | /q/swagger-ui       | 404       | 404     | 404     | 404  | 404
            GET     | /health             | 200       | 200     | 200     | 200  | 200
            GET     | /home               | 401       | 401     | 401     | 200  | 200
            POST    | /home               | 401       | 401     | 401     | 405  | 405
            GET     | /users/me/export    | 401       | 401     | 401     | 503  | 503
            DELETE  | /users/me/export    | 401       | 401     | 401     | 405  | 405
            GET     | /ws                 | 426       | 426     | 426     | 426  | 426
            POST    | /ws                 | 401       | 401     | 401     | 405  | 405
            GET     | /api/openapi.json   | 200       | 200     | 200     | 200  | 200
            GET     | /api/docs/          | 200       | 200     | 200     | 200  | 200
            """)
    void letsThrough(String method, String path, int anonymous, int expired, int foreign, int user, int admin) {
        UUID id = UUID.randomUUID();

        assertEquals(anonymous, status(method, path, null), "anonymous");
        assertEquals(expired, status(method, path, Tokens.expired(id)), "with an expired token");
        assertEquals(foreign, status(method, path, Tokens.foreign(id)), "with somebody else's token");
        assertEquals(user, status(method, path, Tokens.user(id)), "as a user");
        assertEquals(admin, status(method, path, Tokens.admin(id)), "as an admin");
    }

    private static int status(String method, String path, String token) {
        RequestSpecification request = given().redirects().follow(false);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        Response response = request.request(method, path);
        boolean refused = response.statusCode() >= 400 && !"HEAD".equals(method);
        if (refused) {
            assertEquals("application/problem+json", response.contentType(), method + " " + path);
            assertEquals(response.statusCode(), response.jsonPath().getInt("status"));
        }
        if (response.statusCode() == 405) {
            assertEquals(response.header("Allow").contains(method), false, "Allow: " + response.header("Allow"));
        }
        return response.statusCode();
    }
}
