package org.summertrip.gateway.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/** Two packaged gateways on one Redis, as processes: what one alone cannot show. */
class TwoGatewaysIT {
    private static final Map<String, String> CONFIGURATION = Map.of(
            "gateway.limits.user", "200/d",
            // Ten grow back per second, and as many may be taken in advance.
            "gateway.limits.service", "400/40s",
            "gateway.limits.advance", "1s",
            "gateway.limits.timeout", "5s",
            "gateway.socket.dead-after", "2s",
            "quarkus.shutdown.delay", "2s",
            // They live for seconds: compiling thoroughly would take longer than it saves.
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static Surroundings surroundings;
    private static GatewayProcess one;
    private static GatewayProcess two;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void surround() {
        surroundings = new Surroundings();
        one = start();
        two = start();
    }

    @AfterAll
    static void leave() {
        one.close();
        two.close();
        surroundings.close();
    }

    @Test
    void admitExactlyTheQuotaTo64ParallelCallers() throws Exception {
        String token = Tokens.user(UUID.randomUUID());
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 640)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> post(i % 2 == 0 ? one.url() : two.url(), "/messages", token))
                    .toList();

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : callers.invokeAll(calls)) {
                statuses.add(call.get());
            }

            assertEquals(200, statuses.stream().filter(s -> s == 200).count());
            assertEquals(440, statuses.stream().filter(s -> s == 429).count());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void admitNoMoreThanTheQuotaWhereTheyTakeInAdvance() throws Exception {
        String token = Tokens.service();
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Integer>> calls = IntStream.range(0, 1_280)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> post(i % 2 == 0 ? one.url() : two.url(), "/messages", token))
                    .toList();

            long begin = System.nanoTime();
            int admitted = 0;
            for (Future<Integer> call : callers.invokeAll(calls)) {
                admitted += call.get() == 200 ? 1 : 0;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;

            assertTrue(admitted >= 400, admitted + " admitted");
            assertTrue(admitted <= 400 + 10 * seconds + 1, admitted + " admitted in " + seconds + " s");
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void loseNoRequestWhenOneIsAskedToStop() throws Exception {
        surroundings
                .standIns()
                .of("messaging-service")
                .answers(request ->
                        request.body().onSuccess(body -> request.response().end("{\"done\":true}")));
        ExecutorService callers = Executors.newFixedThreadPool(9);
        AtomicBoolean more = new AtomicBoolean(true);
        AtomicBoolean ready = new AtomicBoolean(true);
        AtomicInteger done = new AtomicInteger();
        ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
        try (GatewayProcess leaving = start()) {
            for (int caller = 0; caller < 8; caller++) {
                callers.submit(() -> {
                    while (more.get()) {
                        callOnce(ready.get() ? leaving.url() : one.url(), done, lost);
                    }
                });
            }
            callers.submit(() -> {
                while (more.get() && ready.get()) {
                    ready.set(leaving.isReady());
                }
            });
            await().until(() -> done.get() > 200);

            leaving.askToStop();
            assertTrue(leaving.ended(Duration.ofSeconds(20)), leaving.log());
            int atTheEnd = done.get();
            await().until(() -> done.get() > atTheEnd + 200);

            assertEquals(List.of(), List.copyOf(lost));
            assertTrue(!leaving.log().contains("Timed out waiting"), leaving.log());
            // Without a collector nobody misses it.
            assertTrue(!leaving.log().contains("io.opentelemetry"), leaving.log());
            assertTrue(!leaving.log().contains("io.quarkus.opentelemetry"), leaving.log());
        } finally {
            more.set(false);
            callers.shutdownNow();
        }
    }

    @Test
    void takeOverTheSocketsOfTheOtherThatIsKilled() {
        try (GatewayProcess doomed = start();
                Fleet fleet = new Fleet(60);
                Pusher pusher = new Pusher(surroundings.redis())) {
            fleet.connect(doomed.url());
            await().until(() -> fleet.connected() == 60);
            pusher.tell(fleet.phones(), 1);
            await().until(() ->
                    fleet.phones().stream().allMatch(phone -> phone.received().size() == 1));

            doomed.kill();
            pusher.tell(fleet.phones(), 2);
            await().until(() -> fleet.connected() == 0);
            fleet.connect(one.url());
            await().until(() -> fleet.resumed() == 60);
            pusher.tell(fleet.phones(), 3);

            await().untilAsserted(() ->
                    fleet.phones().forEach(phone -> assertEquals(List.of(1, 2, 3), phone.received())));
            await().atMost(Duration.ofSeconds(20)).until(() -> pusher.ended("gateway-died") == 60);
        }
    }

    private void callOnce(URI door, AtomicInteger done, ConcurrentLinkedQueue<String> lost) {
        try {
            int status = post(door, "/messages", Tokens.user(UUID.randomUUID()));
            if (status == 200) {
                done.incrementAndGet();
            } else {
                lost.add("status " + status);
            }
        } catch (IOException failure) {
            lost.add(failure.toString());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private int post(URI gateway, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static GatewayProcess start() {
        return surroundings.gateway("192m", CONFIGURATION);
    }
}
