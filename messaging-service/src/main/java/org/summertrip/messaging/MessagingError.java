package org.summertrip.messaging;

import org.summertrip.kit.problem.ErrorCode;

/** The ways of saying no that are this service's own; the common ones are the kit's. */
public enum MessagingError implements ErrorCode {
    MESSAGE_DELETED(409, "message-deleted", "The message has been deleted"),
    TOO_MANY_REACTIONS(409, "too-many-reactions", "The message has as many different reactions as it can bear"),
    STATE_GOES_BACK(409, "state-goes-back", "A notification goes UNSEEN, SEEN, CLICKED, DELETED and never back");

    private final int status;
    private final String code;
    private final String title;

    MessagingError(int status, String code, String title) {
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
