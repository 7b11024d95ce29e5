package org.summertrip.users;

import org.summertrip.kit.problem.ErrorCode;

/** Every way in which users-service says no, beyond what all services share. */
public enum UsersError implements ErrorCode {
    EMAIL_TAKEN(409, "email-taken", "There is an account with this e-mail already"),
    WRONG_CREDENTIALS(401, "wrong-credentials", "E-mail or password is wrong"),
    SESSION_ENDED(401, "session-ended", "The session has ended; log in again"),
    GROUP_FULL(409, "group-full", "The group has no place left"),
    ALREADY_MEMBER(409, "already-member", "You are a member of this group already"),
    BANNED(403, "banned", "You are banned from this group"),
    MEMBERS_ONLY(403, "members-only", "Only members may see this");

    private final int status;
    private final String code;
    private final String title;

    UsersError(int status, String code, String title) {
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
