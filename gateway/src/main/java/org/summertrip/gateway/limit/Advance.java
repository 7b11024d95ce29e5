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
    private final AtomicReference<State> state = new AtomicReference<>(State.EMPTY);

    Advance(Clock clock) {
        this.clock = clock;
    }

    /** Takes from what is left, or nothing if that is too little or too old. */
    boolean spend(long cost) {
        Instant now = clock.instant();
        State before = state.getAndUpdate(present -> present.has(cost, now) ? present.plus(-cost) : present);
        return before.has(cost, now);
    }

    void undo(long cost) {
        state.updateAndGet(present -> present.plus(cost));
    }

    /** What to ask of the bucket besides the cost; nothing while another request asks. {@link #answer} or {@link #fail} must follow. */
    Question ask(long units) {
        Instant now = clock.instant();
        State before = state.getAndUpdate(present -> present.asking ? present : present.askingForMore());
        return before.asking ? Question.NONE : new Question(true, before.leftOver(now), units);
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
        double here = present.left * charge.quota().microsPerUnit();
        double missing = Math.max(0, ChronoUnit.MICROS.between(clock.instant(), present.full) - here);
        return Balance.missing(charge, missing, waitMicros);
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

        private boolean has(long cost, Instant now) {
            return cost <= left && now.isBefore(until);
        }

        /** What may go back: once the bucket has filled up by itself, nothing is missing there any more. */
        private long leftOver(Instant now) {
            return now.isBefore(full) ? left : 0;
        }

        private State plus(long units) {
            return new State(left + units, until, full, asking);
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
