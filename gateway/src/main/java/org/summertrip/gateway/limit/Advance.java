package org.summertrip.gateway.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What this gateway has taken from one bucket and not spent yet. May be spent for a moment only; what is left over goes back with the
 * next question. Safe for use by several threads.
 */
final class Advance {
    private final Clock clock;
    private long left;
    private Instant until = Instant.EPOCH;
    private Instant full = Instant.EPOCH;
    private boolean asking;

    Advance(Clock clock) {
        this.clock = clock;
    }

    /** Takes from what is left, or nothing if that is too little or too old. */
    synchronized boolean spend(long cost) {
        if (cost > left || !clock.instant().isBefore(until)) {
            return false;
        }
        left -= cost;
        return true;
    }

    synchronized void undo(long cost) {
        left += cost;
    }

    /** What to ask of the bucket besides the cost; nothing while another request asks. {@link #answer} or {@link #fail} must follow. */
    synchronized Question ask(long units) {
        if (asking) {
            return Question.NONE;
        }
        asking = true;
        Question question = new Question(true, left, units);
        left = 0;
        return question;
    }

    /**
     * The bucket has answered.
     *
     * @param units taken in advance
     * @param since when they were asked for
     * @param life for how long after that they may be spent
     * @param resetMicros after which the bucket is full, had it not to grow back what was taken from it in advance too
     */
    synchronized void answer(Question question, long units, Instant since, Duration life, long resetMicros) {
        full = clock.instant().plus(resetMicros, ChronoUnit.MICROS);
        if (question.first()) {
            asking = false;
            left += units;
            until = since.plus(life);
        }
    }

    /** It has not: what was to go back is lost, which is little. */
    synchronized void fail(Question question) {
        if (question.first()) {
            asking = false;
        }
    }

    /** What is left for the one whose bucket it is: here and, as far as is known, in Redis. */
    synchronized Balance balance(Charge charge, long waitMicros) {
        double grown = left * charge.quota().microsPerUnit();
        double missing = Math.max(0, ChronoUnit.MICROS.between(clock.instant(), full) - grown);
        return Balance.missing(charge, missing, waitMicros);
    }

    /**
     * @param first whether nobody else has asked
     * @param back what is left over from before
     * @param units how much to take in advance
     */
    record Question(boolean first, long back, long units) {
        static final Question NONE = new Question(false, 0, 0);
    }
}
