package org.summertrip.messaging;

import java.util.Map;
import org.summertrip.kit.testing.StoresResource;

/** The stores, and what a second replica has to be told to find them. */
public final class MessagingResource extends StoresResource {
    private static volatile Map<String, String> configuration = Map.of();

    /** What the replica under test was configured with. */
    static Map<String, String> configuration() {
        return configuration;
    }

    @Override
    public Map<String, String> start() {
        configuration = super.start();
        return configuration;
    }
}
