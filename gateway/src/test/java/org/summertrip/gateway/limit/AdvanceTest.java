package org.summertrip.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.summertrip.gateway.limit.Advance.Question;

class AdvanceTest {
    private static final Duration LIFE = Duration.ofMillis(100);
    /** One grows back each tenth of a second. */
    private static final Charge CHARGE = new Charge(LimitPolicy.USER, Quota.of("100/10s"), "somebody", 1);

    private final HandWoundClock clock = new HandWoundClock();
    private final Advance advance = new Advance(clock, CHARGE.quota().microsPerUnit());

    @Test
    void isSpentOneByOne() {
        receive(2);

        assertTrue(advance.spend(1));
        assertTrue(advance.spend(1));
        assertFalse(advance.spend(1));
    }

    @Test
    void isSpentInTimeOnly() {
        receive(2);
        clock.now = clock.now.plus(LIFE);

        assertFalse(advance.spend(1));
    }

    @Test
    void goesBackWithTheNextQuestionAsFarAsItIsLeftOver() {
        receive(3);
        advance.spend(1);
        clock.now = clock.now.plusMillis(150);

        assertEquals(new Question(true, 2, 3), advance.ask(3));
        assertFalse(advance.spend(1));
    }

    @Test
    void doesNotGoBackToABucketThatHasFilledUpByItself() {
        receive(3);
        clock.now = clock.now.plusMillis(400);

        assertEquals(new Question(true, 0, 3), advance.ask(3));
    }

    /** Otherwise one more than the quota could be had: what has grown back in the bucket, and this. */
    @Test
    void isNoMoreThanWhatIsMissingInTheBucket() {
        receive(3);
        advance.spend(1);
        clock.now = clock.now.plusMillis(99);
        assertEquals(new Balance(CHARGE, 98, 101_000, 0), advance.balance(CHARGE, 0));

        clock.now = clock.now.plusMillis(201);

        assertEquals(new Question(true, 1, 3), advance.ask(3));
    }

    @Test
    void isAskedForByOneAtATime() {
        Question first = advance.ask(3);

        assertEquals(new Question(false, 0, 0), advance.ask(3));
        advance.answer(first, 3, clock.now, LIFE, 400_000);
        assertEquals(new Question(true, 3, 3), advance.ask(3));
    }

    @Test
    void isAskedForAgainAfterAFailure() {
        advance.fail(advance.ask(3));

        assertTrue(advance.ask(3).first());
    }

    @Test
    void countsAsLeftUntilItIsSpent() {
        // Four are missing in the bucket: one that was spent and three that are here.
        advance.answer(advance.ask(3), 3, clock.now, LIFE, 400_000);

        assertEquals(new Balance(CHARGE, 99, 100_000, 0), advance.balance(CHARGE, 0));
        advance.spend(1);
        assertEquals(new Balance(CHARGE, 98, 200_000, 0), advance.balance(CHARGE, 0));
        clock.now = clock.now.plusMillis(100);
        assertEquals(new Balance(CHARGE, 99, 100_000, 0), advance.balance(CHARGE, 0));
    }

    private void receive(long units) {
        // One was spent at once, and each takes a tenth of a second to grow back.
        advance.answer(advance.ask(units), units, clock.now, LIFE, (1 + units) * 100_000);
    }

    private static final class HandWoundClock extends Clock {
        private Instant now = Instant.parse("2026-07-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
