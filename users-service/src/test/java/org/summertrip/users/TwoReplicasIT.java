package org.summertrip.users;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;
import org.summertrip.stores.Stores;
import org.summertrip.users.People.Person;

/** The packaged jar twice, on one database and one Redis. */
@QuarkusIntegrationTest
@OnStores
class TwoReplicasIT {
    Stores stores;

    private Process second;
    private int port;

    @BeforeEach
    void startTheSecond() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder jar = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dsummer-trip.events.consumer=second",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
        Map<String, String> environment = new HashMap<>(stores.environment());
        environment.put("SUMMER_TRIP_SECRET", "a secret that only tests are sealed with");
        environment.put("SUMMER_TRIP_SIGNING_KEYS", Tokens.signingKeys());
        jar.environment().putAll(environment);
        second = jar.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "second-replica.log").toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> given().port(port).get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void stopTheSecond() {
        second.destroy();
    }

    @Test
    void admitExactlyAsManyAsFitAndShowEachOthersChanges() {
        Person owner = People.anybody();
        String group = owner.founds(Map.of("name", "Ten places", "maxMembers", 10));
        int first = RestAssured.port;
        List<Person> people = People.crowd(24);
        List<Integer> statuses = IntStream.range(0, people.size())
                .parallel()
                .mapToObj(i -> people.get(i)
                        .asks()
                        .port(i % 2 == 0 ? first : port)
                        .post(group + "/join")
                        .statusCode())
                .toList();
        assertEquals(9, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(15, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        for (int round = 0; round < 10; round++) {
            String name = "Round " + round;
            owner.asks().port(port).get(group).then().statusCode(200).body("memberCount", equalTo(10));
            owner.sends(Map.of("name", name)).patch(group).then().statusCode(200);
            owner.asks().port(port).get(group).then().body("name", equalTo(name));
        }
    }
}
