package org.summertrip.messaging;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.summertrip.messaging.World.as;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** The packaged service twice, on one Cassandra. */
@QuarkusIntegrationTest
class TwoReplicasIT {
    private static final int ATTEMPTS = 50;
    private static final int TRIES = 40;

    /** Half of the attempts go to a replica that is killed under them and are then repeated, as a client would, on the other. */
    @Test
    void sendOnceTogetherAlsoWhenOneIsKilled() throws Exception {
        World.awaitReady();
        UUID ana = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        join(ana, group);
        String key = UUID.randomUUID().toString();
        ExecutorService many = Executors.newFixedThreadPool(ATTEMPTS);
        AtomicInteger answered = new AtomicInteger();

        Set<Object> answers = new HashSet<>();
        try (Replica second = Replica.start()) {
            List<CompletableFuture<Object>> attempts = IntStream.range(0, ATTEMPTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                int first = i % 2 == 0 ? RestAssured.port : second.port();
                                Object answer = send(ana, group, key, first);
                                if (answered.incrementAndGet() == 1) {
                                    second.kill();
                                }
                                return answer;
                            },
                            many))
                    .toList();
            for (CompletableFuture<Object> attempt : attempts) {
                answers.add(attempt.get());
            }
        }
        many.shutdown();

        assertEquals(1, answers.size());
        as(ana).get("/messages/" + group).then().body("items", hasSize(1)).body("items[0].content", equalTo("once"));
    }

    /** Only one of them tells; it must learn of what the other one stored before it tells of what was sent afterwards. */
    @Test
    void tellInTheOrderOfSendingWhateverReplicaItWasSentTo() {
        World.awaitReady();
        UUID ana = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        join(ana, group);
        List<String> sent = new ArrayList<>();
        try (Replica second = Replica.start()) {
            for (int i = 0; i < 200; i++) {
                sent.add(as(ana).port(i % 2 == 0 ? second.port() : RestAssured.port)
                        .body(Map.of("conversationId", group, "content", "number " + i))
                        .post("/messages")
                        .then()
                        .statusCode(201)
                        .extract()
                        .body()
                        .jsonPath()
                        .getString("id"));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> told(ana).size() >= sent.size());
        }

        assertEquals(sent, told(ana));
    }

    private static List<String> told(UUID userId) {
        Vertx vertx = Vertx.vertx();
        Redis redis =
                Redis.createClient(vertx, MessagingResource.configuration().get("REDIS_HOSTS"));
        try {
            Request read =
                    Request.cmd(Command.XRANGE).arg("push:" + userId).arg("-").arg("+");
            return StreamSupport.stream(redis.sendAndAwait(read).spliterator(), false)
                    .map(entry -> entry.get(1).toString())
                    .filter(fields -> fields.contains("message.created"))
                    .map(fields -> fields.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1"))
                    .toList();
        } finally {
            redis.close();
            vertx.closeAndAwait();
        }
    }

    private static Object send(UUID sender, UUID group, String key, int firstPort) {
        int port = firstPort;
        for (int left = TRIES; left > 0; left--) {
            Response answer = attempt(sender, group, key, port);
            if (answer != null && answer.statusCode() == 201) {
                return answer.path("$");
            }
            port = RestAssured.port;
        }
        throw new AssertionError("never answered");
    }

    /** Null when the replica is gone. */
    private static Response attempt(UUID sender, UUID group, String key, int port) {
        RequestSpecification request = as(sender)
                .port(port)
                .header("Idempotency-Key", key)
                .body(Map.of("conversationId", group, "content", "once"));
        try {
            return request.post("/messages");
        } catch (Exception gone) { // REST-assured throws checked exceptions that it does not declare
            return null;
        }
    }

    private static void join(UUID userId, UUID groupId) {
        String line =
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"test\",\"type\":\"member.joined\",\"subject\":\"%s\","
                        + "\"time\":\"%s\",\"data\":{\"groupId\":\"%s\",\"userId\":\"%s\",\"role\":\"owner\"}}";
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/x-ndjson")
                .body(line.formatted(UUID.randomUUID(), groupId, Instant.now(), groupId, userId)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/internal/replay")
                .then()
                .statusCode(200)
                .body("handled.'member.joined'", equalTo(1));
    }
}
