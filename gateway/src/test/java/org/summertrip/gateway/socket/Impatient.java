package org.summertrip.gateway.socket;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Times that a test can wait for. */
public class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> impatient = new HashMap<>();
        impatient.put("gateway.socket.heartbeat", "2s");
        impatient.put("gateway.socket.identify-within", "2s");
        impatient.put("gateway.socket.slow-after", "1s");
        impatient.put("gateway.socket.offline-after", "300ms");
        impatient.put("gateway.socket.dead-after", "1500ms");
        impatient.put("gateway.socket.audience-for", "50ms");
        // Sockets outlive it: the pace of requests is not theirs.
        impatient.put("gateway.pace.head-within", "1s");
        impatient.put("gateway.pace.body-grace", "1s");
        return impatient;
    }
}
