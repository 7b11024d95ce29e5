package org.summertrip.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;

/** What an answer must be that says no. */
public final class Problems {
    private Problems() {}

    public static JsonPath assertProblem(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        JsonPath problem = JsonPath.from(response.body());
        assertEquals(code, problem.getString("code"));
        assertFalse(response.body().contains("Exception"), response.body());
        return problem;
    }

    /** 400 with exactly one violation. */
    public static void assertViolation(String field, String in, HttpResponse<String> response) {
        JsonPath problem = assertProblem(400, "invalid-input", response);
        assertEquals(1, problem.getList("violations").size(), response.body());
        assertEquals(field, problem.getString("violations[0].field"));
        assertEquals(in, problem.getString("violations[0].in"));
    }
}
