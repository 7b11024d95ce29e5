package org.summertrip.graph;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.stores.Stores;

/** One journey through the packaged service. */
@QuarkusIntegrationTest
@GraphStores
@TestProfile(GraphServiceIT.Patient.class)
class GraphServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The first queries of a cold Neo4j on a busy machine take longer than a caller is made to wait in production. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("graph.store.timeout", "15s", "quarkus.neo4j.pool.connection-acquisition-timeout", "10s");
        }
    }

    private final Vertx vertx = Vertx.vertx();

    Stores stores;

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void makesFriendsOfTwoPeople() {
        Redis redis = Redis.createClient(vertx, stores.environment().get("REDIS_HOSTS"));
        UUID ana = person(redis, "Ana");
        UUID ben = person(redis, "Ben");
        String request = "{\"userId\":\"" + ben + "\"}";

        await().atMost(PATIENCE)
                .until(() -> as(ana).body(request).post("/friends/requests").statusCode() == 201);
        await().atMost(PATIENCE)
                .until(() -> as(ben).get("/friends/requests")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 1);
        as(ben).post("/friends/requests/" + ana + "/accept")
                .then()
                .statusCode(200)
                .body("user.firstName", equalTo("Ana"));
        as(ana).get("/friends").then().statusCode(200).body("items.user.id", contains(ben.toString()));

        await().atMost(PATIENCE).until(() -> published(redis).contains("friend.accepted"));
        as(ana).delete("/friends/" + ben).then().statusCode(204);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static RequestSpecification as(UUID id) {
        return given().header("Authorization", "Bearer " + Tokens.user(id)).contentType("application/json");
    }

    private static UUID person(Redis redis, String firstName) {
        UUID id = UUID.randomUUID();
        String now = Instant.now().toString();
        String event = JsonObject.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "users-service",
                        "type",
                        "user.created",
                        "subject",
                        id.toString(),
                        "time",
                        now,
                        "data",
                        new JsonObject(Map.of(
                                "id", id.toString(), "firstName", firstName, "createdAt", now, "updatedAt", now)))
                .encode();
        send(
                redis,
                Request.cmd(Command.XADD)
                        .arg("events.users")
                        .arg("*")
                        .arg("event")
                        .arg(event));
        return id;
    }

    private static String published(Redis redis) {
        return send(
                        redis,
                        Request.cmd(Command.XRANGE).arg("events.graph").arg("-").arg("+"))
                .toString();
    }

    private static Response send(Redis redis, Request request) {
        return redis.send(request).toCompletionStage().toCompletableFuture().join();
    }
}
