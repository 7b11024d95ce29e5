package org.summertrip.messaging.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import org.summertrip.kit.problem.ProblemException;

/** What the system tells by itself. Admins and services may tell of other things, too. */
@RegisterForReflection
public enum Type {
    FRIEND_REQUEST,
    FRIEND_ACCEPTED,
    INVITED_TO_GROUP,
    JOIN_REQUEST,
    MEMBER_JOINED,
    NEW_ACTIVITY,
    PLAN_READY,
    NEW_MESSAGE;

    /** Reads a path parameter. */
    public static Type fromString(String text) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("type", "path", "must be one of " + Arrays.toString(values())));
    }
}
