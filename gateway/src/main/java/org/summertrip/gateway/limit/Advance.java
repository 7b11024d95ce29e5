package org.summertrip.gateway.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this gateway has taken from one bucket and not spent yet. May be spent for a moment only; what is left over goes back with the
 * next question. Safe for use by several threads.
 */
final class Advance {
    private final Clock clock;
    private final double microsPerUnit;
    private final AtomicReference<State> state = new AtomicReference<>(State.EMPTY);

    /** @param microsPerUnit that a unit of this bucket takes to grow back */
    Advance(Clock clock, double microsPerUnit) {
        this.clock = clock;
        this.microsPerUnit = microsPerUnit;
    }

    /** Takes from what is left, or nothing if that is too little or too old. */
    boolean spend(long cost) {
        Instant now = clock.instant();
        State before = state.getAndUpdate(
                present -> has(present, cost, now) ? present.left(here(present, now) - cost) : present);
        return has(before, cost, now);
    }

    void undo(long cost) {
        state.updateAndGet(present -> present.left(present.left + cost));
    }

    /** What to ask of the bucket besides the cost; nothing while another request asks. {@link #answer} or {@link #fail} must follow. */
    Question ask(long units) {
        Instant now = clock.instant();
        State before = state.getAndUpdate(present -> present.asking ? present : present.askingForMore());
        return before.asking ? Question.NONE : new Question(true, here(before, now), units);
    }

    /**
     * The bucket has answered.
     *
     * @param units taken in advance
     * @param since when they were asked for
     * @param life for how long after that they may be spent
     * @param resetMicros after which the bucket is full, what was taken from it in advance included
     */
    void answer(Question question, long units, Instant since, Duration life, long resetMicros) {
        Instant full = clock.instant().plus(resetMicros, ChronoUnit.MICROS);
        state.updateAndGet(
                present -> question.first() ? present.with(units, since.plus(life), full) : present.with(full));
    }

    /** It has not: what was to go back is lost, which is little. */
    void fail(Question question) {
        if (question.first()) {
            state.updateAndGet(State::unanswered);
        }
    }

    /** What is left for the one whose bucket it is: here and, as far as is known, in Redis. */
    Balance balance(Charge charge, long waitMicros) {
        State present = state.get();
        double here = present.left * microsPerUnit;
        double missing = Math.max(0, ChronoUnit.MICROS.between(clock.instant(), present.full) - here);
        return Balance.missing(charge, missing, waitMicros);
    }

    private boolean has(State present, long cost, Instant now) {
        return now.isBefore(present.until) && cost <= here(present, now);
    }

    /** What is left, but no more than is missing in the bucket: together they are never more than the quota. */
    private long here(State present, Instant now) {
        double missing = ChronoUnit.MICROS.between(now, present.full) / microsPerUnit;
        return Math.max(0, Math.min(present.left, (long) missing));
    }

    /**
     * @param first whether nobody else is asking
     * @param back what is left over from before
     * @param units how much to take in advance
     */
    record Question(boolean first, long back, long units) {
        static final Question NONE = new Question(false, 0, 0);
    }

    private record State(long left, Instant until, Instant full, boolean asking) {
        private static final State EMPTY = new State(0, Instant.EPOCH, Instant.EPOCH, false);

        private State left(long units) {
            return new State(units, until, full, asking);
        }

        private State askingForMore() {
            return new State(0, until, full, true);
        }

        private State unanswered() {
            return new State(left, until, full, false);
        }

        private State with(Instant fullThen) {
            return new State(left, until, fullThen, asking);
        }

        private State with(long units, Instant spentBy, Instant fullThen) {
            return new State(left + units, spentBy, fullThen, false);
        }
    }
}
