package org.summertrip.stores.process;

/** What keeps a store from starting and only the user can remove; the message says how. */
public final class Obstacle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Obstacle(String message) {
        super(message);
    }

    public Obstacle(String message, Throwable cause) {
        super(message, cause);
    }
}
