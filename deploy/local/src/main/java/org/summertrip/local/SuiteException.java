package org.summertrip.local;

/** The suite cannot do what it should; the message is for the person in front of the screen and names the remedy. */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message);
    }

    public SuiteException(String message, Throwable cause) {
        super(message, cause);
    }
}
