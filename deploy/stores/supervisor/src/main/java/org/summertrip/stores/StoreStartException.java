package org.summertrip.stores;

/** The stores cannot start; the message is for the person in front of the screen and names the remedy. */
public final class StoreStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
