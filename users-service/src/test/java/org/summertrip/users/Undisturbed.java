package org.summertrip.users;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Passwords take the time that they take in production (half the passes, since the JVM of the tests does not optimize), and nothing
 * is published from the outbox unless a test does it. One profile for all who need either, because each profile starts the service and its stores
 * once more.
 */
public class Undisturbed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "users.password.memory", "19M",
                "users.password.passes", "2",
                "summer-trip.events.relay", "false");
    }
}
