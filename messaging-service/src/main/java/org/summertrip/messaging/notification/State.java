package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import org.summertrip.kit.problem.ProblemException;

/** How far its receiver has come with a notification: in this order and never back; steps may be left out. */
@RegisterForReflection
public enum State {
    UNSEEN,
    SEEN,
    CLICKED,
    DELETED;

    /** Whether this comes after another on the way that a notification goes. */
    boolean isBeyond(State other) {
        return compareTo(other) > 0;
    }

    /** Reads a query parameter. */
    public static State fromString(String text) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("state", "query", "must be one of " + Arrays.toString(values())));
    }
}
