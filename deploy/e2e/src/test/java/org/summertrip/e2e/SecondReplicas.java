package org.summertrip.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.summertrip.local.Health;
import org.summertrip.local.Suite;
import org.summertrip.stores.process.Ports;
import org.summertrip.stores.process.Watchdog;

/**
 * One more of everything beside the running suite. The suite's own gateway knows the first replica of each service only, the one started
 * here knows both. Its logs lie beside the suite's.
 */
final class SecondReplicas implements AutoCloseable {
    static final List<String> SERVICES =
            List.of("users-service", "messaging-service", "graph-service", "files-service");

    private static final String GATEWAY = "gateway";
    private static final Duration START = Duration.ofMinutes(3);

    private final Suite suite;
    private final Health health = new Health();
    private final Watchdog watchdog = new Watchdog();
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();

    private SecondReplicas(Suite suite) {
        this.suite = suite;
    }

    static SecondReplicas start(Suite suite) {
        SecondReplicas replicas = new SecondReplicas(suite);
        try {
            replicas.startAll();
            return replicas;
        } catch (RuntimeException | Error failure) {
            replicas.close();
            throw failure;
        }
    }

    private void startAll() {
        Map<String, String> upstreams = new HashMap<>();
        for (String service : SERVICES) {
            launch(service, freshPort(service), Map.of());
            upstreams.put("gateway.upstreams.\"%s\"".formatted(service), suite.uri(service) + "," + uri(service));
        }
        int management = freshPort("management");
        upstreams.put("quarkus.management.port", Integer.toString(management));
        launch(GATEWAY, freshPort(GATEWAY), upstreams);
        SERVICES.forEach(service -> awaitReady(service, ports.get(service)));
        awaitReady(GATEWAY, management);
        awaitWhole();
    }

    private int freshPort(String name) {
        int port = Ports.random();
        while (ports.containsValue(port)) {
            port = Ports.random();
        }
        ports.put(name, port);
        return port;
    }

    private void launch(String service, int port, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("quarkus.http.port", Integer.toString(port));
        try {
            Process process = suite.replica(service, properties)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            suite.home().log(service + "-2").toFile()))
                    .start();
            watchdog.watch(process.pid(), "KILL");
            processes.put(service, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady(String service, int port) {
        Awaitility.await(service).atMost(START).until(() -> {
            assertTrue(
                    processes.get(service).isAlive(),
                    "ended: see " + suite.home().log(service + "-2"));
            return health.readiness(port).isUp();
        });
    }

    /** Stops it in good order, as a new version would, and waits until it is there again. */
    void restart(String service) {
        stop(processes.get(service));
        launch(service, ports.get(service), Map.of());
        awaitReady(service, ports.get(service));
    }

    /** Until both gateways say that all is well. */
    void awaitWhole() {
        for (URI each : List.of(suite.gateway(), gateway())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> health.get(each.resolve("/health")), Health.Reply::isWhollyUp);
        }
    }

    /** The gateway that knows both replicas of each service. */
    URI gateway() {
        return uri(GATEWAY);
    }

    /** The second replica of a service, past the gateways. */
    Door door(String service) {
        return new Door(uri(service));
    }

    /** Both replicas of a service, past the gateways. */
    List<Door> both(String service) {
        return List.of(new Door(suite.uri(service)), door(service));
    }

    private URI uri(String service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        processes.values().forEach(SecondReplicas::stop);
        watchdog.close();
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException over) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
