package org.summertrip.sampledata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadOptionsTest {

    @Test
    void takesTheLocalSuiteByDefault() {
        var options = LoadOptions.parse("--password", "beach-towel");

        assertEquals(Optional.of(new LoadOptions(URI.create("http://127.0.0.1:3000"), 1, 24, "beach-towel")), options);
    }

    @Test
    void readsEveryOption() {
        var options = LoadOptions.parse(
                "--gateway", "http://trip.example", "--seed", "5", "--people", "100", "--password", "beach-towel");

        assertEquals(Optional.of(new LoadOptions(URI.create("http://trip.example"), 5, 100, "beach-towel")), options);
    }

    @Test
    void offersHelp() {
        assertTrue(LoadOptions.parse("--help").isEmpty());
    }

    @Test
    void saysWhatIsWrong() {
        assertMessage("--password is missing.");
        assertMessage("Unknown option --sed.", "--sed", "1");
        assertMessage("--seed needs a number, not one.", "--seed", "one");
        assertMessage("--people needs a value.", "--people");
    }

    private static void assertMessage(String message, String... arguments) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> LoadOptions.parse(arguments));
        assertEquals(message, refusal.getMessage());
    }
}
