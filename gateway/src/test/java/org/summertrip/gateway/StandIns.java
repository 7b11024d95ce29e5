package org.summertrip.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stand-ins behind the gateway, two of them unless the argument {@code services} names others, and timeouts that a test can wait
 * for. Fields of type {@link StandIns} are filled in.
 */
public class StandIns implements QuarkusTestResourceLifecycleManager {
    private final Map<String, StandIn> byName = new LinkedHashMap<>();
    private List<String> names = List.of("alpha-service", "beta-service");
    private boolean packaged;
    private int replicas = 1;
    private int managementPort;

    public StandIn alpha() {
        return byName.get("alpha-service");
    }

    public StandIn beta() {
        return byName.get("beta-service");
    }

    public StandIn of(String service) {
        return byName.get(service);
    }

    /** As they were in the beginning, running. */
    public void reset() {
        byName.values().forEach(StandIn::reset);
    }

    /** Where the packaged gateway has its health; a gateway within the test tells it by itself. */
    public int managementPort() {
        return managementPort;
    }

    @Override
    public void init(Map<String, String> arguments) {
        if (arguments.containsKey("services")) {
            names = List.of(arguments.get("services").split(","));
        }
        packaged = arguments.containsKey("packaged");
        replicas = Integer.parseInt(arguments.getOrDefault("replicas", "1"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        for (String name : names) {
            configuration.put("gateway.upstreams.\"" + name + "\"", addresses(name));
        }
        configuration.put(
                "gateway.contracts",
                names.stream().map("contracts/%s/openapi.yaml"::formatted).collect(Collectors.joining(",")));
        configuration.put("gateway.proxy.first-byte-timeout", "2s");
        configuration.put("gateway.proxy.idle-timeout", "3s");
        configuration.put("gateway.health.timeout", "1s");
        configuration.put("gateway.health.remembered", "100ms");
        // The first fetch of the keys meets a cold JVM, here also one that shares its processors with other builds.
        configuration.put("summer-trip.identity.timeout", "10s");
        if (packaged) {
            managementPort = freePort();
            configuration.put("quarkus.management.port", Integer.toString(managementPort));
            configuration.put("gateway.trusted-proxies", "192.0.2.1,127.0.0.0/8");
        }
        return configuration;
    }

    /** The first replica goes by the name of the service, the second by {@code <service>-2}. */
    private String addresses(String name) {
        List<String> urls = new ArrayList<>();
        for (int replica = 1; replica <= replicas; replica++) {
            StandIn standIn = new StandIn().start();
            byName.put(replica == 1 ? name : name + "-" + replica, standIn);
            urls.add(standIn.url());
        }
        return String.join(",", urls);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StandIns.class));
    }

    @Override
    public void stop() {
        byName.values().forEach(StandIn::close);
    }
}
