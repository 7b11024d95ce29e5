package org.summertrip.users;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Passwords are hashed as in production, and nothing is published from the outbox unless a test does it. One profile for all who need
 * either, because each profile starts the service and its stores once more.
 */
public class Undisturbed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "users.password.memory", "19M",
                "users.password.passes", "4",
                "summer-trip.events.relay", "false");
    }
}
