package org.summertrip.graph.store;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.graph.GraphStores;
import org.summertrip.graph.World;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@GraphStores
class OutageTest {
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final World world;

    Stores stores;

    OutageTest(World world) {
        this.world = world;
    }

    @Test
    void saysSoAtOnceWhileNeo4jIsDownAndRecoversByItself() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        UUID cleo = UUID.randomUUID();
        assertEquals(201, world.ask(ana, ben));
        stores.kill(Store.NEO4J);
        try {
            refuses(ana);
            refuses(ana);
            world.as(ana)
                    .body(Map.of("userId", ben))
                    .post("/friends/requests")
                    .then()
                    .statusCode(503)
                    .time(lessThan(5000L));
            RestAssured.get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'neo4j' }.status", equalTo("DOWN"));
            RestAssured.get("/q/health/live").then().statusCode(200);
            world.tell("user.created", cleo, World.user(cleo, "Cleo", World.NOW));
        } finally {
            stores.start(Store.NEO4J);
        }

        await().atMost(RECOVERY).until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        world.as(ben).get("/friends/requests").then().statusCode(200).body("items.user.id", contains(ana.toString()));
        world.awaitKnown(cleo);
        world.awaitTold("friend.requested", ana);
    }

    @Test
    void keepsEventsWhileRedisIsDown() {
        UUID ana = world.person("Ana");
        UUID ben = world.person("Ben");
        stores.kill(Store.REDIS);
        try {
            assertEquals(201, world.ask(ana, ben));
            world.as(ben).get("/friends/requests").then().statusCode(200);
        } finally {
            stores.start(Store.REDIS);
        }

        await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> !world.told("friend.requested", ana).isEmpty());
        await().atMost(RECOVERY)
                .until(() -> world.rows("MATCH (o:Outbox) RETURN o").isEmpty());
    }

    private void refuses(UUID ana) {
        world.as(ana)
                .get("/friends")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("code", equalTo("unavailable"))
                .body(not(containsString("Exception")))
                .body(not(containsString("neo4j")))
                .time(lessThan(5000L));
    }
}
