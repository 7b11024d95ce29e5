package org.summertrip.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.summertrip.stores.process.PrivateFiles;

/** What each service is told: where its stores are, the shared secret, and nothing that is not its business. */
final class ServiceEnvironment {

    /** Gets tokens of the role {@code service}, with the secret in the secrets file. */
    static final String OPERATOR = "operator";

    static final String ADMIN = "admin@summer-trip.local";

    private final SuiteOptions options;
    private final SuiteSecrets secrets;
    private final Map<String, String> stores;

    ServiceEnvironment(SuiteOptions options, SuiteSecrets secrets, Map<String, String> stores) {
        this.options = options;
        this.secrets = secrets;
        this.stores = stores;
    }

    /** What all share, for tests that play a service themselves. */
    Map<String, String> shared() {
        var shared = new TreeMap<>(stores);
        shared.put("SUMMER_TRIP_SECRET", secrets.suite());
        shared.put(
                "SUMMER_TRIP_JWKS_URL",
                "http://127.0.0.1:%d/.well-known/jwks.json"
                        .formatted(options.ports().of(Service.USERS)));
        return shared;
    }

    /** What {@code quarkus:dev} reads, so that any service can be run from its sources against these stores. */
    void writeForDevelopers() {
        var all = new TreeMap<>(shared());
        all.put("SUMMER_TRIP_SIGNING_KEYS", secrets.signingKeys());
        all.put("USERS_ADMIN_EMAILS", ADMIN);
        all.put("USERS_SERVICE_CLIENTS", OPERATOR + ":" + secrets.operatorSecret());
        Path file = options.home().developersFile();
        String lines = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            PrivateFiles.write(file, lines);
        } catch (IOException e) {
            throw new SuiteException("Cannot write %s (%s): is it yours?".formatted(file, e), e);
        }
    }

    Map<String, String> of(Service service) {
        var environment = new HashMap<>(shared());
        environment.keySet().removeIf(name -> stores.containsKey(name) && !service.mayKnow(name));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().of(service)));
        environment.put("QUARKUS_HTTP_HOST", service == Service.GATEWAY ? options.host() : "127.0.0.1");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // glibc gives every thread an arena of 64 MB of address space, and the JVM touches them all
        environment.put("MALLOC_ARENA_MAX", "2");
        if (service == Service.USERS) {
            environment.put("SUMMER_TRIP_SIGNING_KEYS", secrets.signingKeys());
            environment.put("USERS_ADMIN_EMAILS", ADMIN);
            environment.put("USERS_SERVICE_CLIENTS", OPERATOR + ":" + secrets.operatorSecret());
        }
        if (service == Service.GATEWAY) {
            environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
            environment.put(
                    "QUARKUS_MANAGEMENT_PORT", Integer.toString(options.ports().management()));
        }
        environment.putAll(options.environment(service));
        return environment;
    }

    /** As system properties, because an environment variable cannot say which dash and which quote it stands for. */
    static Map<String, String> properties(SuiteOptions options, Service service) {
        var properties = new LinkedHashMap<String, String>();
        if (service == Service.GATEWAY) {
            options.ports().services().forEach((upstream, port) -> {
                if (upstream != Service.GATEWAY) {
                    properties.put("gateway.upstreams.\"%s\"".formatted(upstream.id()), "http://127.0.0.1:" + port);
                }
            });
        }
        return properties;
    }
}
