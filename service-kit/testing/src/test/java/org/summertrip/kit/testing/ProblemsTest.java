package org.summertrip.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRedis
class ProblemsTest {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void listsUnknownFieldsWrongTypesAndBrokenConstraintsInOneAnswer() {
        asks().contentType(ContentType.JSON)
                .body("""
                        {"name":"too long a name","size":"5","heavy":"yes","colour":"GREEN","at":"yesterday","on":"2026-02-30",
                         "owner":"me","parts":[{"label":""},{"label":"x","weight":"1"}],"surprise":1,"another":{"a":[1]}}""")
                .post("/things")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("invalid-input"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "name",
                                "size",
                                "heavy",
                                "colour",
                                "at",
                                "on",
                                "owner",
                                "parts[0].label",
                                "parts[1].weight",
                                "surprise",
                                "another"));
    }

    @Test
    void namesTheElementOfAListByItsIndex() {
        for (String more : List.of("", ",\"surprise\":1")) {
            asks().contentType(ContentType.JSON)
                    .body("{\"name\":\"pen\",\"tags\":[\"a\",\"\"]" + more + "}")
                    .post("/things")
                    .then()
                    .statusCode(400)
                    .body("violations.field", org.hamcrest.Matchers.hasItem("tags[1]"));
        }
    }

    @Test
    void namesTheParameterThatCannotBeRead() {
        asks().get("/things?limit=ten").then().statusCode(400).body("violations[0].field", equalTo("limit"));
        asks().get("/things?limit=0&on=2026-01-01").then().statusCode(400).body("violations[0].in", equalTo("query"));
        asks().get("/things?on=soon")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("must be an ISO date"));
        asks().get("/things/nonsense").then().statusCode(400).body("violations[0].in", equalTo("path"));
    }

    @Test
    void saysWhatHttpSays() {
        asks().delete("/things")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("code", equalTo("method-not-allowed"));
        asks().contentType("text/plain")
                .body("x")
                .post("/things")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        asks().get("/things/admin").then().statusCode(403).contentType(PROBLEM).body("code", equalTo("forbidden"));
        asks().contentType(ContentType.JSON)
                .body("{")
                .post("/things")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    @Test
    void tellsAnOutageFromAFaultAndNothingMore() {
        asks().get("/things/outage")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", matchesPattern("\\d+"))
                .body(not(containsString("10.1.2.3")));
        asks().get("/things/silence").then().statusCode(503).contentType(PROBLEM);
        asks().get("/things/fault")
                .then()
                .statusCode(500)
                .contentType(PROBLEM)
                .body("traceId", notNullValue())
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void asksForTheTokenBeforeItLooksAtAnythingElse() {
        for (String path : List.of("/things/nonsense", "/things?limit=0", "/things/admin")) {
            given().get(path).then().statusCode(401).contentType(PROBLEM);
        }
        given().contentType(ContentType.JSON).body("{").post("/things").then().statusCode(401);
    }

    @Test
    void answersConditionally() {
        String path = "/things/" + UUID.randomUUID();
        String etag = asks().get(path).then().statusCode(200).extract().header("ETag");
        asks().header("If-None-Match", "\"x\", " + etag).get(path).then().statusCode(304);
        asks().header("If-Match", etag).put(path).then().statusCode(204);
        asks().put(path).then().statusCode(204);
        asks().header("If-Match", "\"stale\"").put(path).then().statusCode(412).contentType(PROBLEM);
    }

    private static RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + Tokens.user(UUID.randomUUID()));
    }
}
