package org.summertrip.gateway.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Figures, not a test: run by name, {@code -Dtest=SocketBenchmark}, with {@code -Dsockets=} how many. Needs the packaged gateway.
 */
class SocketBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** All sockets of a gateway that is killed while it delivers resume on another; nothing is lost, nothing comes twice. */
    @Test
    void killOne() {
        int size = Integer.getInteger("sockets", 2000);
        try (Surroundings surroundings = new Surroundings();
                GatewayProcess doomed = surroundings.gateway("256m", Map.of());
                GatewayProcess other = surroundings.gateway("256m", Map.of());
                Fleet fleet = new Fleet(size);
                Pusher pusher = new Pusher(surroundings.redis())) {
            fleet.connect(doomed.url());
            await().atMost(PATIENCE).until(() -> fleet.connected() == size);
            int last = 10;
            for (int number = 1; number < last; number++) {
                pusher.tell(fleet.phones(), number);
                if (number == last / 2) {
                    doomed.kill();
                }
            }
            await().atMost(PATIENCE).until(() -> fleet.connected() == 0);
            long begin = System.nanoTime();
            fleet.connect(other.url());
            await().atMost(PATIENCE).until(() -> fleet.resumed() == size);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            pusher.tell(fleet.phones(), last);
            List<Integer> all = IntStream.rangeClosed(1, last).boxed().toList();
            await().atMost(PATIENCE)
                    .until(() -> fleet.phones().stream()
                            .allMatch(phone -> phone.received().size() >= last));
            fleet.phones().forEach(phone -> assertEquals(all, phone.received()));
            await().atMost(PATIENCE).until(() -> pusher.ended("gateway-died") == size);
            System.out.printf(
                    "FIGURE %d sockets resumed on the other gateway in %d ms, %d events each, none lost, none twice%n",
                    size, took.toMillis(), last);
        }
    }

    /** What sockets cost that say nothing but that they are there. */
    @Test
    void idle() {
        int size = Integer.getInteger("sockets", 10_000);
        try (Surroundings surroundings = new Surroundings();
                GatewayProcess gateway = surroundings.gateway(System.getProperty("heap", "256m"), Map.of());
                Fleet fleet = new Fleet(size)) {
            long empty = gateway.residentMebibytes();
            long begin = System.nanoTime();
            fleet.connect(gateway.url());
            await().atMost(PATIENCE).until(() -> fleet.connected() == size);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            fleet.heartbeat();
            await().pollDelay(Duration.ofSeconds(5)).atMost(PATIENCE).until(() -> fleet.connected() == size);
            System.out.printf(
                    "FIGURE %d idle sockets: %d MiB resident, %d MiB before; connected in %d ms%n",
                    size, gateway.residentMebibytes(), empty, took.toMillis());
        }
    }
}
