package org.summertrip.gateway.process;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.summertrip.kit.testing.Tokens;

/**
 * Figures, not a test: how exactly a policy is kept by two gateways that are asked for three times as much. Run by name, {@code
 * -Dtest=RateBenchmark}, with {@code -Dseconds=} how long. Needs the packaged gateway.
 */
class RateBenchmark {
    private static final int PER_SECOND = 100;
    private static final int BURST_SECONDS = 2;
    private static final Map<String, String> CONFIGURATION =
            Map.of("gateway.limits.send", PER_SECOND * BURST_SECONDS + "/" + BURST_SECONDS + "s");

    @Test
    void admittedUnderSteadyOverload() {
        int seconds = Integer.getInteger("seconds", 40);
        try (Surroundings surroundings = new Surroundings();
                GatewayProcess one = surroundings.gateway("192m", CONFIGURATION);
                GatewayProcess two = surroundings.gateway("192m", CONFIGURATION)) {
            List<java.net.URI> doors =
                    List.of(one.url().resolve("/messages"), two.url().resolve("/messages"));
            run(doors, 5);
            Load.Outcome outcome = run(doors, seconds);
            // The quota of the beginning is used up within its own time at this rate; what is measured comes after.
            double from = 2.0 * BURST_SECONDS;
            double[] measured = Arrays.stream(outcome.seconds())
                    .filter(at -> at >= from && at < seconds)
                    .toArray();
            double rate = measured.length / (seconds - from);
            System.out.printf(
                    "FIGURE asked %.0f/s, policy %d/s: admitted %.2f/s over %.0f s (%d), deviation %+.2f %%; answers %s%n",
                    outcome.perSecond(),
                    PER_SECOND,
                    rate,
                    seconds - from,
                    measured.length,
                    (rate / PER_SECOND - 1) * 100,
                    outcome.statuses());
        }
    }

    private static Load.Outcome run(List<java.net.URI> doors, int seconds) {
        String token = Tokens.user(UUID.randomUUID());
        try (Load load = new Load(HttpMethod.POST, Map.of("Authorization", "Bearer " + token))) {
            return load.steadily(doors, 3 * PER_SECOND, Duration.ofSeconds(seconds));
        }
    }
}
