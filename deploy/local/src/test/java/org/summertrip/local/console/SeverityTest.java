package org.summertrip.local.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 08:00:00,123 WARN  [io.vertx] (vert.x-eventloop-thread-1) blocked",
                "2026-11-21 08:00:00,123 ERROR [org.sum] (main) no",
                "2026-11-21 08:00:00.123 UTC [12] summertrip FATAL:  terminating connection",
                "WARN  [main] 2026-11-21 08:00:00,123 StartupChecks.java:262 - jemalloc",
                "12345:M 21 Nov 2026 08:00:00.000 # Out of memory"
            })
    void knowsAWarning(String line) {
        assertEquals(Optional.of(Severity.WARNING), Severity.of(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 08:00:00,123 INFO  [io.quarkus] (main) started, no ERROR yet",
                "2026-11-21 08:00:00.123 UTC [12] summertrip LOG:  checkpoint starting",
                "12345:M 21 Nov 2026 08:00:00.000 * Background saving terminated with success"
            })
    void knowsAllIsWell(String line) {
        assertEquals(Optional.of(Severity.QUIET), Severity.of(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tat org.summertrip.users.UserResource.get(UserResource.java:12)", "Caused by: no", ""})
    void leavesOpenWhatDoesNotSay(String line) {
        assertEquals(Optional.empty(), Severity.of(line));
    }
}
