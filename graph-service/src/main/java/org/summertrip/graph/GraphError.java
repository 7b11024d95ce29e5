package org.summertrip.graph;

import org.summertrip.kit.problem.ErrorCode;

/** Every way in which graph-service says no, beyond what all services share. */
public enum GraphError implements ErrorCode {
    ALREADY_FRIENDS(409, "already-friends", "You are friends already");

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
