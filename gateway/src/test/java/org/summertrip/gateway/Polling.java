package org.summertrip.gateway;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Most of what a test waits for is there at once: Awaitility would look a tenth of a second later. Quarkus finds it by itself. */
public class Polling implements QuarkusTestBeforeClassCallback {
    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }
}
