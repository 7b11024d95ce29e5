package org.summertrip.gateway.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged gateway, or a packaged service, as a process of its own, which can be asked to stop and which can be killed. */
public final class GatewayProcess implements AutoCloseable {
    static final Path GATEWAY = Path.of("");

    private final Process process;
    private final URI url;
    private final URI readiness;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path log;

    private GatewayProcess(Process process, URI url, URI readiness, Path log) {
        this.process = process;
        this.url = url;
        this.readiness = readiness;
        this.log = log;
    }

    /** Starts the gateway and waits until it is ready. */
    public static GatewayProcess start(String heap, Map<String, String> configuration) {
        return start(GATEWAY, heap, configuration);
    }

    /**
     * Starts what the build of a module has packaged, and waits until it is ready. Names in capitals go into the environment, the
     * others are properties.
     */
    static GatewayProcess start(Path module, String heap, Map<String, String> configuration) {
        int port = freePort();
        int management = freePort();
        Path jar = module.resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-Dquarkus.log.console.json.enabled=false"));
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + management);
        configuration.forEach((name, value) -> {
            if (!isVariable(name)) {
                command.add("-D" + name + "=" + value);
            }
        });
        command.addAll(List.of("-jar", jar.toString()));
        try {
            Path log = Files.createTempFile(Path.of("target"), "process-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            configuration.forEach((name, value) -> {
                if (isVariable(name)) {
                    builder.environment().put(name, value);
                }
            });
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            Process process = builder.start();
            // Only the gateway has a port for it; the services are not reached from outside.
            int health = module.equals(GATEWAY) ? management : port;
            GatewayProcess app = new GatewayProcess(
                    process,
                    URI.create("http://127.0.0.1:" + port),
                    URI.create("http://127.0.0.1:" + health + "/q/health/ready"),
                    log);
            app.awaitReady();
            return app;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return url;
    }

    /** SIGTERM; returns at once. */
    public void askToStop() {
        process.destroy();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Whether it ended within this time. */
    public boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Resident memory in mebibytes, as Linux sees it. */
    public long residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }

    /** What it has spent of the processors so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
        ended(Duration.ofSeconds(10));
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(log());
                    }
                    return isReady();
                });
    }

    /** What a balancer asks before it sends somebody there. */
    public boolean isReady() {
        try {
            HttpRequest question = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isVariable(String name) {
        return name.equals(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
