package org.summertrip.gateway.process;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Figures, not a test: what the gateway costs on the way to a service. Run by name, {@code -Dtest=OverheadBenchmark}. Needs the packaged
 * gateway and users-service. Processor time is that of the processes, so that it holds on a busy machine too; latencies want a quiet
 * one.
 */
class OverheadBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 20));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("round", 10));
    private static final int CALLERS = 16;
    private static final int ROUNDS = 3;

    /** The limit per address counts too, so that the cheapest request has its round trip to Redis, as elsewhere. */
    private static final Map<String, String> GATEWAY = Map.of(
            "gateway.limits.exempt-networks", "203.0.113.1",
            "gateway.limits.address", "100000000/s",
            "gateway.limits.user", "100000000/s",
            "gateway.limits.read", "100000000/s");

    private final HttpClient client = HttpClient.newHttpClient();

    /** The trivial answer is users-service's own: its public keys, which it has in memory. */
    @Test
    void perRequest() throws Exception {
        try (Surroundings surroundings = new Surroundings("REDIS,POSTGRES");
                GatewayProcess users = surroundings.service("users-service", "256m", Map.of());
                GatewayProcess gateway = surroundings.gateway("256m", behind(users))) {
            String token = signUp(users.url());
            measure("a trivial answer, anonymous", users, gateway, "/.well-known/jwks.json", Map.of());
            measure(
                    "a read from PostgreSQL, with a token",
                    users,
                    gateway,
                    "/users/me",
                    Map.of("Authorization", "Bearer " + token));
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
}
