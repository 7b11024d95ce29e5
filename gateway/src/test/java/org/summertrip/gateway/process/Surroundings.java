package org.summertrip.gateway.process;

import java.nio.file.Path;
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
        this("REDIS");
    }

    /** With these stores, for the services that are to be there themselves. */
    public Surroundings(String wanted) {
        stores.init(Map.of("stores", wanted));
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
        return start(GatewayProcess.GATEWAY, heap, changes);
    }

    /** A service itself, in place of its stand-in once a gateway is told so. */
    public GatewayProcess service(String name, String heap, Map<String, String> changes) {
        return start(Path.of("..", name), heap, changes);
    }

    private GatewayProcess start(Path module, String heap, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(changes);
        return GatewayProcess.start(module, heap, all);
    }

    @Override
    public void close() {
        standIns.stop();
        stores.stop();
    }
}
