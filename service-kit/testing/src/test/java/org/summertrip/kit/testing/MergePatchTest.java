package org.summertrip.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRedis
class MergePatchTest {
    @Test
    void leavesWhatIsAbsentAndClearsWhatIsNull() {
        patch("{\"size\":null,\"colour\":\"BLUE\",\"tags\":[\"b\",\"c\"]}")
                .statusCode(200)
                .body("name", equalTo("plain"))
                .body("size", nullValue())
                .body("heavy", equalTo(true))
                .body("colour", equalTo("BLUE"))
                .body("tags", containsInAnyOrder("b", "c"));
    }

    @Test
    void namesEverythingThatIsWrongWithTheOutcome() {
        patch("{\"name\":null,\"size\":\"big\",\"unknown\":null,\"tags\":[\" \"]}")
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("name", "size", "unknown", "tags[0]"));
    }

    @Test
    void takesObjectsOnly() {
        for (String body : new String[] {"[]", "\"x\"", "1", "null", "", "{"}) {
            patch(body).statusCode(400);
        }
    }

    private static ValidatableResponse patch(String body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)))
                .header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()))
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/things/" + UUID.randomUUID())
                .then();
    }
}
