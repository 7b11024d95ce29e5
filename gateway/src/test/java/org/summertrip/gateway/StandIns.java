package org.summertrip.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two stand-ins behind the gateway, and timeouts that a test can wait for. Fields of type {@link StandIns} are filled in. */
public class StandIns implements QuarkusTestResourceLifecycleManager {
    private final Map<String, StandIn> byName = new LinkedHashMap<>();

    public StandIn alpha() {
        return byName.get("alpha-service");
    }

    public StandIn beta() {
        return byName.get("beta-service");
    }

    /** As they were in the beginning, running. */
    public void reset() {
        byName.values().forEach(StandIn::reset);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        for (String name : List.of("alpha-service", "beta-service")) {
            StandIn standIn = new StandIn().start();
            byName.put(name, standIn);
            configuration.put("gateway.upstreams.\"" + name + "\"", standIn.url());
        }
        configuration.put(
                "gateway.contracts", "contracts/alpha-service/openapi.yaml,contracts/beta-service/openapi.yaml");
        configuration.put("gateway.proxy.first-byte-timeout", "2s");
        configuration.put("gateway.proxy.idle-timeout", "3s");
        configuration.put("gateway.health.timeout", "1s");
        configuration.put("gateway.health.remembered", "100ms");
        // The first fetch of the keys meets a cold JVM, here also one that shares its processors with other builds.
        configuration.put("summer-trip.identity.timeout", "10s");
        return configuration;
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
