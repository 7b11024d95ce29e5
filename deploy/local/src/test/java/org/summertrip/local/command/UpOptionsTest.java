package org.summertrip.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.summertrip.local.Home;

class UpOptionsTest {

    @Test
    void startsEverythingByDefault() {
        UpOptions options = UpOptions.parse(List.of());

        assertTrue(options.homeIsDefault());
        assertEquals(0, options.portOffset());
        assertEquals("127.0.0.1", options.host());
        assertEquals(new UpOptions.Sample(true, 1, 24), options.sample());
        assertTrue(options.restart());
        assertFalse(options.detach() || options.background() || options.quiet() || options.throughput());
    }

    @Test
    void readsEveryOption() {
        UpOptions options = UpOptions.parse(List.of(
                "--home",
                "/tmp/trip",
                "--port-offset",
                "100",
                "--host",
                "0.0.0.0",
                "--seed",
                "7",
                "--people",
                "50",
                "--detach",
                "--quiet",
                "--no-restart",
                "--no-sample-data",
                "--throughput"));

        assertEquals(Home.at(Path.of("/tmp/trip")), options.home());
        assertFalse(options.homeIsDefault());
        assertEquals(100, options.portOffset());
        assertEquals("0.0.0.0", options.host());
        assertEquals(new UpOptions.Sample(false, 7, 50), options.sample());
        assertTrue(options.detach() && options.quiet() && options.throughput());
        assertFalse(options.restart());
    }

    @Test
    void saysWhatIsWrong() {
        assertMessage("Unknown option --detatch.", "--detatch");
        assertMessage("--home needs a value.", "--home");
        assertMessage("--people needs at least 8.", "--people", "7");
        assertMessage("--port-offset needs a number, not x.", "--port-offset", "x");
    }

    @Test
    void takesOnlyTheHomeForTheOtherCommands() {
        assertEquals(Home.at(Path.of("/tmp/trip")), UpOptions.home(List.of("--home", "/tmp/trip")));
        assertThrows(IllegalArgumentException.class, () -> UpOptions.home(List.of("--detach")));
    }

    private static void assertMessage(String message, String... words) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> UpOptions.parse(List.of(words)));
        assertEquals(message, refusal.getMessage());
    }
}
