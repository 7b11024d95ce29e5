package org.summertrip.messaging.notification;

import java.util.UUID;
import org.summertrip.kit.identity.Caller;
import org.summertrip.kit.problem.ProblemException;

/**
 * Whose notifications are asked for.
 *
 * @param userId null for {@code me}
 */
public record Receiver(UUID userId) {
    private static final String ME = "me";

    /** Reads a path parameter. */
    public static Receiver fromString(String text) {
        if (ME.equals(text)) {
            return new Receiver(null);
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return new Receiver(id);
            }
        } catch (IllegalArgumentException malformed) {
            throw refused();
        }
        throw refused();
    }

    /**
     * The caller's id.
     *
     * @throws ProblemException 404 when somebody else's notifications are asked for
     */
    UUID demand(Caller caller) {
        if (userId != null && !caller.is(userId)) {
            throw ProblemException.notFound();
        }
        return caller.id();
    }

    private static ProblemException refused() {
        return ProblemException.invalid("userId", "path", "must be a UUID or me");
    }
}
