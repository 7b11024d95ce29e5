package org.summertrip.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.summertrip.stores.Store;
import org.summertrip.stores.Stores;

/**
 * Starts the real stores that a service needs, on random ports and in a directory of their own, and an issuer of tokens. What
 * is started goes by the argument {@code stores}: {@code CASSANDRA,REDIS}. A test's field of type {@link Stores} is filled in.
 */
public class StoresResource implements QuarkusTestResourceLifecycleManager {
    private Store[] wanted = {};
    private Stores stores;
    private TokenIssuer issuer;
    private Path directory;

    @Override
    public void init(Map<String, String> arguments) {
        wanted = Arrays.stream(arguments.getOrDefault("stores", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Store::valueOf)
                .toArray(Store[]::new);
    }

    @Override
    public Map<String, String> start() {
        issuer = TokenIssuer.start();
        Map<String, String> environment = new HashMap<>();
        if (wanted.length > 0) {
            directory = temporary();
            stores = Stores.builder()
                    .directory(directory)
                    .only(wanted)
                    .randomPorts()
                    .fast()
                    .start();
            environment.putAll(stores.environment());
        }
        environment.put("SUMMER_TRIP_SECRET", "a secret that only tests are sealed with");
        environment.put("SUMMER_TRIP_JWKS_URL", issuer.jwksUrl());
        environment.put("SUMMER_TRIP_SIGNING_KEYS", Tokens.signingKeys());
        // Nothing is shared with a suite that may be running: consumers of tests carry a name of their own.
        environment.put("summer-trip.events.consumer", "test");
        return environment;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(stores, new TestInjector.MatchesType(Stores.class));
    }

    @Override
    public void stop() {
        if (stores != null) {
            stores.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        if (directory != null) {
            Directories.delete(directory);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("summer-trip-test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
