package org.summertrip.messaging.replay;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * The outcome of a replay.
 *
 * @param handled how many events of each type were taken in
 * @param ignored how many were of no interest here
 */
@RegisterForReflection
record Replayed(Map<String, Long> handled, long ignored) {
    Replayed {
        handled = Map.copyOf(handled);
    }
}
