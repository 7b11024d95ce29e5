package org.summertrip.users;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;
import org.summertrip.users.People.Person;

@QuarkusTest
@OnStores
class StoresDownTest {
    Stores stores;

    @Test
    void says503WithoutPostgresAndIsWholeAgainAfterwards() {
        Person ana = People.anybody();
        stores.kill(Store.POSTGRESQL);
        try {
            ana.asks()
                    .get("/users/me")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"))
                    .time(lessThan(4000L));
            ana.sends(Map.of("name", "Lost?")).post("/groups").then().statusCode(503);
            RestAssured.get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("postgresql"));
            RestAssured.get("/q/health/live").then().statusCode(200);
        } finally {
            stores.start(Store.POSTGRESQL);
        }
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            ana.asks().get("/users/me").then().statusCode(200).body("email", equalTo(ana.email()));
            RestAssured.get("/q/health/ready").then().statusCode(200);
        });
    }

    @Test
    void servesReadsWithoutRedisAndPublishesLater() {
        Person ana = People.anybody();
        stores.kill(Store.REDIS);
        try {
            ana.asks().get("/users/me").then().statusCode(200);
            ana.sends(Map.of("name", "Without Redis")).post("/groups").then().statusCode(201);
            ana.sends(Map.of("email", ana.email(), "password", People.PASSWORD))
                    .post("/auth/login")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
        } finally {
            stores.start(Store.REDIS);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> ana.sends(Map.of("email", ana.email(), "password", People.PASSWORD))
                        .post("/auth/login")
                        .then()
                        .statusCode(200));
    }
}
