package org.summertrip.kit.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * What is remembered of an attempt.
 *
 * @param fingerprint of the body that made it
 * @param status of the answer, 0 while the attempt is in flight
 * @param headers of the answer that matter to a client
 * @param body of the answer
 */
@RegisterForReflection
record Outcome(String fingerprint, int status, Map<String, String> headers, JsonNode body) {
    static Outcome inFlight(String fingerprint) {
        return new Outcome(fingerprint, 0, Map.of(), null);
    }

    boolean done() {
        return status != 0;
    }
}
