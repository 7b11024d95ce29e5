package org.summertrip.stores.wire;

import java.io.IOException;

/** The store is up and does not accept these credentials. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
