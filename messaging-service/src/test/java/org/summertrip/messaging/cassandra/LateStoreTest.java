package org.summertrip.messaging.cassandra;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.summertrip.messaging.World.as;
import static org.summertrip.messaging.World.say;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.summertrip.messaging.World;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

@QuarkusTest
@TestProfile(LateStoreTest.BehindADoor.class)
class LateStoreTest {
    /** About two seconds, and what a busy machine adds. */
    private static final long SOON_MILLIS = 4000;

    @Inject
    World world;

    @ConfigProperty(name = "test.door.port")
    int port;

    Stores stores;

    @Test
    void startsWithoutItsStoreUsesItOnceItIsThereAndBearsItsSilence() {
        UUID ana = world.id();
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503).time(lessThan(SOON_MILLIS));
        given().get("/q/health/ready").then().body("checks.name", hasItem("Cassandra"));
        assertUnavailable(as(ana).get("/messages/" + world.id()));

        Door door = Door.at(port);
        door.open(stores.port(Store.CASSANDRA));
        UUID group = world.group(ana);
        say(ana, group, "Hello");

        door.hold();
        try {
            assertUnavailable(as(ana).get("/messages/" + group));
            given().get("/q/health/ready").then().statusCode(503).time(lessThan(SOON_MILLIS));
        } finally {
            door.release();
        }
        World.awaitStatus(ana, group, 200);
    }

    private static void assertUnavailable(Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"))
                .time(lessThan(SOON_MILLIS));
    }

    /** Cassandra is there, but not where the service looks for it. */
    public static class BehindADoor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String port = Integer.toString(Door.shut().port());
            return Map.of(
                    "quarkus.cassandra.contact-points",
                    "127.0.0.1:" + port,
                    "quarkus.cassandra.request.timeout",
                    "1200ms",
                    "summer-trip.cassandra.readiness-timeout",
                    "1s",
                    "test.door.port",
                    port);
        }
    }
}
