package org.summertrip.gateway.process;

import java.util.HashMap;
import java.util.Map;
import org.summertrip.gateway.StandIns;
import org.summertrip.kit.testing.StoresResource;

/** What gateways need around them: Redis, an issuer of tokens, the four services as stand-ins. */
public final class Surroundings implements AutoCloseable {
    private final StoresResource stores = new StoresResource();
    private final StandIns standIns = new StandIns();
    private final Map<String, String> configuration = new HashMap<>();

    public Surroundings() {
        stores.init(Map.of("stores", "REDIS"));
        configuration.putAll(stores.start());
        standIns.init(Map.of("services", "users-service,messaging-service,graph-service,files-service"));
        configuration.putAll(standIns.start());
    }

    public StandIns standIns() {
        return standIns;
    }

    /** The address of Redis with its password. */
    public String redis() {
        return configuration.get("REDIS_HOSTS");
    }

    /** A gateway in these surroundings, with some values of its own. */
    public GatewayProcess gateway(String heap, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(changes);
        return GatewayProcess.start(heap, all);
    }

    @Override
    public void close() {
        standIns.stop();
        stores.stop();
    }
}
