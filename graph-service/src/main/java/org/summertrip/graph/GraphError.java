package org.summertrip.graph;

import org.summertrip.kit.problem.ErrorCode;

/** Every way in which graph-service says no, beyond what all services share. */
public enum GraphError implements ErrorCode {
    ALREADY_FRIENDS(409, "already-friends", "You are friends already"),
    REQUEST_LIMIT(409, "request-limit", "Too many of your requests wait for an answer"),
    FRIEND_LIMIT(409, "friend-limit", "One of the two has as many friends as one may have");

    private final int status;
    private final String code;
    private final String title;

    GraphError(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }
}
