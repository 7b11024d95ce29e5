package org.summertrip.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {
    @ParameterizedTest
    @CsvSource({
        "1000/5s, 1000, PT5S",
        "30/m, 30, PT1M",
        "20/2h, 20, PT2H",
        "5/d, 5, P1D",
        "2K/s, 2048, PT1S",
        "10G/h, 10737418240, PT1H",
    })
    void readsAmountAndWindow(String text, long amount, Duration window) {
        assertEquals(new Quota(amount, window), Quota.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1000", "1000/5", "0/s", "5/0s", "-1/s", "1.5/s", "5/s/s", "5T/s", "5/ms"})
    void refusesNonsense(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quota.of(text));
    }

    @ParameterizedTest
    @CsvSource({"1000/5s, 20", "6000/10s, 60", "10/s, 1", "60/m, 0", "5/d, 0", "3/s, 0"})
    void growsBackInWholeUnits(String text, long units) {
        assertEquals(units, Quota.of(text).grownWithin(Duration.ofMillis(100)));
    }

    @Test
    void growsBackByHalfOfItselfAtMost() {
        assertEquals(1, Quota.of("3/s").grownWithin(Duration.ofSeconds(10)));
    }

    @Test
    void keepsTheFractionThatALargeQuotaNeeds() {
        assertEquals(0.3353, Quota.of("10G/h").microsPerUnit(), 0.0001);
    }
}
