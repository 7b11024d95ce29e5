package org.summertrip.gateway.process;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/**
 * Figures, not a test: what the gateway costs on the way to a service. Run by name, {@code -Dtest=OverheadBenchmark}. Needs the packaged
 * gateway and users-service. Processor time is that of the processes, so that it holds on a busy machine too; latencies want a quiet
 * one.
 */
class OverheadBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 10));
    private static final int CALLERS = 16;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** The limit per address counts too, as elsewhere. With {@code -Dadvance=0s} each request makes its round trip to Redis. */
    private static final Map<String, String> GATEWAY = Map.of(
            "gateway.limits.exempt-networks", "203.0.113.1",
            "gateway.limits.advance", System.getProperty("advance", "100ms"),
            "gateway.limits.address", "20000/s",
            "gateway.limits.user", "20000/s",
            "gateway.limits.read", "20000/s");

    private static final long GIBIBYTE = 1L << 30;
    private static final int PIECE = 1 << 16;

    private final HttpClient client = HttpClient.newHttpClient();

    /** The trivial answer is users-service's own: its public keys, which it has in memory. */
    @Test
    void trivialAnswer() {
        try (Surroundings surroundings = new Surroundings("REDIS,POSTGRESQL");
                GatewayProcess users = surroundings.service("users-service", "256m", Map.of());
                GatewayProcess gateway = surroundings.gateway("256m", behind(users))) {
            measure("a trivial answer, anonymous", users, gateway, "/.well-known/jwks.json", Map.of());
            gateway.askToStop();
            gateway.ended(Duration.ofSeconds(20));
        }
    }

    @Test
    void realRead() throws Exception {
        try (Surroundings surroundings = new Surroundings("REDIS,POSTGRESQL");
                GatewayProcess users = surroundings.service("users-service", "256m", Map.of());
                GatewayProcess gateway = surroundings.gateway("256m", behind(users))) {
            String authorization = "Bearer " + signUp(users.url());
            measure(
                    "a read from PostgreSQL, with a token",
                    users,
                    gateway,
                    "/users/me",
                    Map.of("Authorization", authorization));
        }
    }

    /** A gigabyte down and a gigabyte up; the service is a stand-in in this process. */
    @Test
    void streaming() throws Exception {
        try (Surroundings surroundings = new Surroundings();
                GatewayProcess gateway = surroundings.gateway("128m", Map.of())) {
            surroundings.standIns().of("files-service").answers(OverheadBenchmark::stream);
            String authorization = "Bearer " + Tokens.user(UUID.randomUUID());
            HttpRequest.Builder down = HttpRequest.newBuilder(gateway.url().resolve("/storage/download/large"));
            HttpRequest.Builder up = HttpRequest.newBuilder(gateway.url().resolve("/storage/upload"))
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofInputStream(Zeros::new));
            for (HttpRequest.Builder request : List.of(down, up, down, up)) {
                long before = gateway.residentMebibytes();
                Duration cpu = gateway.cpu();
                long begin = System.nanoTime();
                long length = client.send(
                                request.setHeader("Authorization", authorization)
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body()
                        .transferTo(OutputStream.nullOutputStream());
                System.out.printf(
                        "FIGURE %s 1 GiB (answer of %d bytes) in %.1f s: %d -> %d MiB resident at -Xmx128m, %.1f s of processor%n",
                        request == down ? "down" : "up",
                        length,
                        (System.nanoTime() - begin) / 1e9,
                        before,
                        gateway.residentMebibytes(),
                        gateway.cpu().minus(cpu).toMillis() / 1000.0);
            }
        }
    }

    private static void stream(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            request.response().putHeader("Content-Length", Long.toString(GIBIBYTE));
            write(request.response(), Buffer.buffer(new byte[PIECE]), GIBIBYTE);
        } else {
            AtomicLong received = new AtomicLong();
            request.handler(piece -> received.addAndGet(piece.length()));
            request.endHandler(end -> request.response().end(received.toString()));
        }
    }

    private static void write(HttpServerResponse response, Buffer piece, long left) {
        long rest = left;
        while (rest > 0 && !response.writeQueueFull()) {
            response.write(piece);
            rest -= piece.length();
        }
        long still = rest;
        if (still > 0) {
            response.drainHandler(drained -> write(response, piece, still));
        } else {
            response.end();
        }
    }

    private static Map<String, String> behind(GatewayProcess users) {
        Map<String, String> configuration = new java.util.HashMap<>(GATEWAY);
        configuration.put("gateway.upstreams.\"users-service\"", users.url().toString());
        String flags = System.getProperty("gatewayFlags", "");
        if (!flags.isEmpty()) {
            configuration.put("JAVA_TOOL_OPTIONS", flags);
        }
        return configuration;
    }

    private void measure(
            String what, GatewayProcess users, GatewayProcess gateway, String path, Map<String, String> headers) {
        URI direct = users.url().resolve(path);
        URI through = gateway.url().resolve(path);
        try (Load load = new Load(HttpMethod.GET, headers)) {
            load.eagerly(direct, CALLERS, WARM_UP);
            load.eagerly(through, CALLERS, WARM_UP.multipliedBy(2));
            Load.Outcome full = load.eagerly(through, CALLERS, ROUND);
            int half = (int) (full.perSecond() / 2);
            System.out.printf(
                    "FIGURE %s: at most %.0f/s through the gateway, all on this machine; half is %d/s%n",
                    what, full.perSecond(), half);
            for (int round = 0; round < ROUNDS; round++) {
                Duration before = users.cpu();
                Load.Outcome plain = load.steadily(List.of(direct), half, ROUND);
                double serviceDirect = micros(before, users.cpu(), plain);
                Duration usersBefore = users.cpu();
                Duration gatewayBefore = gateway.cpu();
                Load.Outcome proxied = load.steadily(List.of(through), half, ROUND);
                double added = micros(gatewayBefore, gateway.cpu(), proxied);
                double service = micros(usersBefore, users.cpu(), proxied);
                System.out.printf(
                        "FIGURE   cpu per request: service %.0f µs (asked directly %.0f), gateway %.0f µs = %.2f x; "
                                + "p50 %.2f -> %.2f ms (+%.2f), p99 %.2f -> %.2f ms; answers %s %s%n",
                        service,
                        serviceDirect,
                        added,
                        added / serviceDirect,
                        plain.millis(0.5),
                        proxied.millis(0.5),
                        proxied.millis(0.5) - plain.millis(0.5),
                        plain.millis(0.99),
                        proxied.millis(0.99),
                        plain.statuses(),
                        proxied.statuses());
            }
        }
    }

    private static double micros(Duration before, Duration after, Load.Outcome outcome) {
        return after.minus(before).toNanos() / 1000.0 / outcome.count();
    }

    private String signUp(URI users) throws IOException, InterruptedException {
        String account = new JsonObject()
                .put("email", UUID.randomUUID() + "@example.org")
                .put("password", "a long enough password")
                .encode();
        post(users.resolve("/users"), account);
        return new JsonObject(post(users.resolve("/auth/login"), account)).getString("accessToken");
    }

    private String post(URI address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** A gigabyte of nothing. */
    private static final class Zeros extends InputStream {
        private long left = GIBIBYTE;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int taken = (int) Math.min(length, left);
            left -= taken;
            return taken == 0 ? -1 : taken;
        }
    }
}
