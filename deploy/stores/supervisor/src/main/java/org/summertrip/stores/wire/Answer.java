package org.summertrip.stores.wire;

import java.io.IOException;

/**
 * What a store said when asked whether it is ready.
 *
 * @param detail its own words, for the message when it never gets ready
 */
public record Answer(State state, String detail) {

    public enum State {
        /** Took the password and did a little work. */
        READY,
        /** Not listening, or not done with its start. */
        NOT_YET,
        /** Up, and does not take the password: waiting will not help. */
        REFUSED
    }

    public static Answer to(Question question) {
        try {
            return new Answer(State.READY, question.ask());
        } catch (RefusedException refused) {
            return new Answer(State.REFUSED, refused.getMessage());
        } catch (IOException | RuntimeException notYet) {
            // a stranger on the port may send anything, which ends in whatever exception parsing it ends in
            return new Answer(State.NOT_YET, notYet.toString());
        }
    }

    /** The same words, when the store is known to refuse first and accept later. */
    public Answer later() {
        return new Answer(State.NOT_YET, detail);
    }

    public boolean isReady() {
        return state == State.READY;
    }

    /** Connects, authenticates, asks for something small. */
    @FunctionalInterface
    public interface Question {
        String ask() throws IOException;
    }
}
